-- SPDX-License-Identifier: EUPL-1.2
-- fresh — for wrk: every request asks for an address that nobody asked for before.

local n = 0

function request()
	n = n + 1
	return wrk.format(nil, wrk.path .. "?fresh=" .. os.time() .. n)
end
