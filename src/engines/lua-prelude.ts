/**
 * What a script finds around it, written in Lua: `redis.call` and `redis.pcall`, `redis.error_reply` and
 * `redis.status_reply`, KEYS and ARGV, and of Lua what Redis leaves to scripts (https://redis.io/docs/latest/develop/programmability/lua-api/). It runs before the script with
 * Lua's own debug library, which the script does not get, to say at which line a command failed.
 *
 * How values are converted is said there under "Data type conversion": a status becomes {ok=…}, nil becomes false, an
 * error is raised by call and returned as {err=…} by pcall; of what the script returns a number is cut to a whole one,
 * true is 1, false is nil, and a table ends at its first nil. As in Redis 7 an error of one word gets the code ERR.
 */
export const PRELUDE = `
local ask, chunk, keys, argv = ...
local where, kind, text, whole, number = debug.getinfo, type, tostring, math.tointeger, string.format
local floor, ceil, raise, join, gsub = math.floor, math.ceil, error, table.concat, string.gsub
local try, trace, rawload, each, find = pcall, xpcall, load, ipairs, string.find

local function word(value)
  if kind(value) == 'string' then return value end
  if kind(value) ~= 'number' then return nil end
  return whole(value) and number('%d', value) or number('%.17g', value)
end

local function command(...)
  local count = select('#', ...)
  if count == 0 then return { err = 'ERR Please specify at least one argument for this redis.call() call' } end
  local words = {}
  for index = 1, count do
    local given = word((select(index, ...)))
    if not given then return { err = 'ERR Lua redis lib command arguments must be strings or integers' } end
    words[index] = given
  end
  local replied, value = ask(words)
  if replied == 'status' then return { ok = value } end
  if replied == 'error' then return { err = value } end
  if replied == 'nil' then return false end
  return value
end

local function call(...)
  local reply = command(...)
  if kind(reply) == 'table' and reply.err then
    reply.line = where(2, 'l').currentline
    raise(reply, 0)
  end
  return reply
end

local BAD_REPLY = 'ERR wrong number or type of arguments'
local function given(...) return select('#', ...) == 1 and kind((...)) == 'string' end
local function statusReply(...) return given(...) and { ok = (...) } or { err = BAD_REPLY } end
local function errorReply(...)
  if not given(...) then return { err = BAD_REPLY } end
  local said = gsub((...), '^%-', '')
  return { err = find(said, ' ', 1, true) and said or 'ERR ' .. said }
end

local NESTED = 8
local function escape(value)
  return (gsub(value, '[\\\\\\n]', { ['\\\\'] = '\\\\\\\\', ['\\n'] = '\\\\n' }))
end

local function truncated(value)
  local cut = value >= 0 and floor(value) or ceil(value)
  return number('%d', whole(cut) or math.mininteger)
end

local function tell(value, told, depth)
  local add = function(mark, said) told[#told + 1] = mark .. escape(said) end
  if kind(value) == 'number' then add('integer ', truncated(value))
  elseif kind(value) == 'string' then add('bulk ', value)
  elseif value == true then add('integer ', '1')
  elseif kind(value) ~= 'table' then add('nil ', '')
  elseif kind(value.err) == 'string' then add('error ', value.err)
  elseif kind(value.ok) == 'string' then add('status ', value.ok)
  elseif depth > NESTED then add('error ', 'ERR reached lua stack limit')
  else
    local items = 0
    while value[items + 1] ~= nil do items = items + 1 end
    add('array ', text(items))
    for index = 1, items do tell(value[index], told, depth + 1) end
  end
end

local none = {}
local mayUse = {
  '_VERSION', 'assert', 'collectgarbage', 'error', 'getmetatable', 'ipairs', 'next', 'pairs', 'pcall', 'rawequal',
  'rawget', 'rawlen', 'rawset', 'select', 'setmetatable', 'tonumber', 'tostring', 'type', 'xpcall',
}
local world = { string = string, table = table, math = math, KEYS = keys, ARGV = argv }
for _, name in each(mayUse) do world[name] = _G[name] end
world.unpack = table.unpack
world.load = function(script, name, _, around) return rawload(script, name, 't', around or world) end
world.loadstring = world.load
world.redis = { call = call, pcall = command, error_reply = errorReply, status_reply = statusReply }
world._G = world
setmetatable(world, {
  __index = function(_, name)
    raise("Script attempted to access nonexistent global variable '" .. text(name) .. "'", 2)
  end,
  __newindex = function() raise('Attempt to modify a readonly table', 2) end,
  __metatable = false,
})

local script, problem = rawload(chunk, '@user_script', 't', world)
if not script then return 'syntax', problem end

local line
local fine, result = trace(script, function(problem)
  if kind(problem) == 'table' then line = problem.line return problem.err or none end
  for level = 2, 40 do
    local at = where(level, 'Sl')
    if not at then break end
    if at.source == '@user_script' then line = at.currentline break end
  end
  return kind(problem) == 'string' and problem or '(error object is a ' .. kind(problem) .. ' value)'
end)
if not fine then return 'runtime', result == none and '(error object is a table value)' or text(result), line end
local told = {}
tell(result, told, 0)
return 'reply', join(told, '\\n')
`
