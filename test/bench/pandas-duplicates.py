"""What people write instead: read a list with pandas, total it by department, and flag exact duplicate ID numbers.
No checks, no normalising. Usage: python3 pandas-duplicates.py LIST.csv (columns 部门, 身份证号, 金额)"""

import sys

import pandas

rows = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
print(rows["金额"].astype(float).groupby(rows["部门"]).sum())
print(rows["身份证号"].groupby(rows["部门"]).nunique())
print(rows[rows.duplicated("身份证号", keep=False)].sort_values("身份证号").shape)
