"""Makes the forms of this folder that openpyxl and LibreOffice write. Usage: python make.py (with openpyxl, pillow and soffice)."""
import subprocess, tempfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

HERE = Path(__file__).parent


def form():
    book = Workbook()
    sheet = book.active
    sheet.title = "统计 表"
    sheet["A1"] = "{{campaign.title}}"
    sheet.merge_cells("A1:D1")
    sheet["A1"].font = Font(name="黑体", size=16, bold=True)
    for column, title in zip("ABCD", ["项目", "{{campaign.year}}年金额", "折合元", "备注"]):
        sheet[f"{column}3"] = title
    for row, key in ((4, "total"), (5, "entitled")):
        sheet[f"A{row}"] = key
        sheet[f"B{row}"] = "{{%s.amount}}" % key
        sheet[f"B{row}"].number_format = "0.00"
        sheet[f"C{row}"] = f"=B{row}*10000"
        sheet[f"D{row}"] = "共{{%s.amount}}万元" % key
    sheet["A8"] = "合计（元）"
    sheet["B8"].fill = PatternFill("solid", fgColor="FFFFEB9C")
    book.defined_names["total_yuan"] = DefinedName("total_yuan", attr_text="'统计 表'!$B$8")
    second = book.create_sheet("汇总")
    second["A1"] = "='统计 表'!B4+'统计 表'!B5"
    return book, sheet


def chart(sheet):
    bars = BarChart()
    bars.title = "{{campaign.title}}（万元）"
    bars.add_data(Reference(sheet, min_col=2, min_row=3, max_row=5), titles_from_data=True)
    sheet.add_chart(bars, "F3")


def comment(sheet):
    sheet["B4"].comment = Comment("填合计数", "区民政局")


def table(sheet):
    sheet.add_table(Table(displayName="金额", ref="A3:D5"))


def image(sheet, folder):
    path = Path(folder) / "seal.png"
    Picture.new("RGB", (24, 24), (200, 0, 0)).save(path)
    sheet.add_image(Image(str(path)), "F20")


def rules(sheet):
    sheet.conditional_formatting.add("B4:B5", CellIsRule(operator="greaterThan", formula=["100"], font=Font(bold=True)))
    check = DataValidation(type="list", formula1='"现金,实物"')
    check.add("D6:D20")
    sheet.add_data_validation(check)


def through_libreoffice(path, folder):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(HERE), str(path)],
        check=True, capture_output=True,
    )


with tempfile.TemporaryDirectory() as folder:
    book, sheet = form()
    chart(sheet)
    comment(sheet)
    book.save(HERE / "openpyxl-chart-comment.xlsx")

    book, sheet = form()
    table(sheet)
    rules(sheet)
    book.save(HERE / "openpyxl-table-rules.xlsx")

    book, sheet = form()
    image(sheet, folder)
    chart(sheet)
    book.template = True
    book.save(HERE / "openpyxl-image.xltx")

    book, sheet = form()
    chart(sheet)
    image(sheet, folder)
    book.save(Path(folder) / "libreoffice-chart-image.xlsx")
    through_libreoffice(Path(folder) / "libreoffice-chart-image.xlsx", folder)

    book, sheet = form()
    comment(sheet)
    table(sheet)
    rules(sheet)
    book.save(Path(folder) / "libreoffice-comment-table-rules.xlsx")
    through_libreoffice(Path(folder) / "libreoffice-comment-table-rules.xlsx", folder)
