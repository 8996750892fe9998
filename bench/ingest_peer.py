"""pandas beside ingestion: prints seconds and peak MiB of reading a CSV file with days and codes as such (Debian's pandas writes no Parquet)."""
import resource
import sys
import time

import pandas as pd

started = time.perf_counter()
columns = pd.read_csv(sys.argv[1], nrows=0).columns
table = pd.read_csv(sys.argv[1], parse_dates=[name for name in columns if name.endswith("_on")])
assert len(table) > 0
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
