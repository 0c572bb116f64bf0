-- Tokens from the file TOKENS; each thread has half of the RANGE from FIRST on, or all tokens when RANGE is 0.
local first, range = tonumber(os.getenv("FIRST")), tonumber(os.getenv("RANGE"))
local thread_count = 0
local threads = {}

function setup(thread)
  thread:set("number", thread_count)
  thread_count = thread_count + 1
  table.insert(threads, thread)
end

function load_tokens(thread_number)
  local tokens, from, to = {}, first, first + range
  if range == 0 then
    from, to = 0, math.huge
  else
    from = first + thread_number * math.floor(range / 2)
    to = from + math.floor(range / 2)
  end
  local n = 0
  for line in io.lines(os.getenv("TOKENS")) do
    if n >= from and n < to then tokens[#tokens + 1] = line end
    n = n + 1
    if n >= to then break end
  end
  return tokens
end

-- A client's address of its own for every request, as behind a proxy.
function address()
  return "10." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
end

function done(summary, latency, requests)
  local right, wrong = 0, 0
  for _, thread in ipairs(threads) do
    right = right + (thread:get("right") or 0)
    wrong = wrong + (thread:get("wrong") or 0)
    local first_wrong = thread:get("first_wrong")
    if first_wrong then print("first wrong answer: " .. first_wrong) end
  end
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("result %.0f %.1f %d", right / (summary.duration / 1e6), latency:percentile(99) / 1000, wrong + errors))
end
