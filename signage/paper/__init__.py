"""Signs on paper: drawn once as marks on a sheet, then as PDF for the printer or as SVG for a look beforehand."""
