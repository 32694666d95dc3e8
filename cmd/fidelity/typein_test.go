package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// typeIn types into cells of a workbook, as in: typein book.xlsx Jobs!C9=E014.
func typeIn() {
	if err := typeInto(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func typeInto(name string, cells []string) error {
	book, err := excelize.OpenFile(name)
	if err != nil {
		return err
	}
	for _, c := range cells {
		where, text, _ := strings.Cut(c, "=")
		sheet, cell, _ := strings.Cut(where, "!")
		var value any = text
		if number, err := strconv.ParseFloat(text, 64); err == nil {
			value = number
		}
		if err := book.SetCellValue(sheet, cell, value); err != nil {
			return err
		}
	}
	return book.Save()
}
