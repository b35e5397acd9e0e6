# SPDX-License-Identifier: EUPL-1.2
"""wapiti — Debian's wapiti with its arguments: its own start cannot leave addresses out under Python 3.11.

It writes a flag behind a pattern, where Python takes flags only before one; so its option -x ends it at once.
"""
import re

import wapitiCore.net.crawler
from wapitiCore.main.wapiti import wapiti_main

wapitiCore.net.crawler.wildcard_translate = lambda pattern: re.compile(
    ".*".join(map(re.escape, pattern.split("*"))) + r"\Z", re.S)
wapiti_main()
