-- The portal's home as a signed-in contact sees it.
dofile("bench/access/common.lua")
local tokens
right, wrong, first_wrong = 0, 0, nil

function init()
  tokens = load_tokens(number)
  math.randomseed(os.time() + number)
end

function request()
  local headers = {
    ["Host"] = "bench.localhost",
    ["Cookie"] = "portico_session=" .. tokens[math.random(#tokens)],
    ["X-Forwarded-For"] = address(),
  }
  return wrk.format("GET", "/", headers)
end

function response(status, headers)
  if status == 200 then
    right = right + 1
  else
    wrong = wrong + 1
    first_wrong = first_wrong or (status .. " " .. (headers["Location"] or ""))
  end
end
