-- The press of the button on a magic link's page: a POST that opens a session.
dofile("bench/access/common.lua")
local tokens, used = nil, 0
local body = "_csrf=" .. os.getenv("CSRF_FIELD")
right, wrong, first_wrong = 0, 0, nil

function init()
  tokens = load_tokens(number)
  math.randomseed(os.time() + number)
end

function request()
  used = used + 1
  local headers = {
    ["Host"] = "bench.localhost",
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Cookie"] = "portico_csrf=" .. os.getenv("CSRF_COOKIE"),
    ["User-Agent"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)",
    ["X-Forwarded-For"] = address(),
  }
  return wrk.format("POST", "/in/" .. (tokens[used] or "none-left"), headers, body)
end

function response(status, headers)
  if status == 303 and headers["Location"] == "/" then
    right = right + 1
  else
    wrong = wrong + 1
    first_wrong = first_wrong or (status .. " " .. (headers["Location"] or ""))
  end
end
