-- The page behind a magic link, which spends nothing.
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
    ["X-Forwarded-For"] = address(),
  }
  return wrk.format("GET", "/in/" .. tokens[math.random(#tokens)], headers)
end

function response(status, headers)
  if status == 200 then
    right = right + 1
  else
    wrong = wrong + 1
    first_wrong = first_wrong or (status .. " " .. (headers["Location"] or ""))
  end
end
