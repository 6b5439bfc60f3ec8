"""What every test stands on: messages in English, whatever language the machine that runs them speaks."""

import os

os.environ["SUYUAN_LANG"] = "en"
