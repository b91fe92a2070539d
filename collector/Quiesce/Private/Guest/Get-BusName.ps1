function Get-BusName {
    # The bus of MSFT_Disk and MSFT_PhysicalDisk by its number.
    param($Number)

    $names = @{ '1' = 'SCSI'; '2' = 'ATAPI'; '3' = 'ATA'; '4' = '1394'; '5' = 'SSA'; '6' = 'Fibre Channel'; '7' = 'USB'; '8' = 'RAID'; '9' = 'iSCSI'; '10' = 'SAS'; '11' = 'SATA'; '12' = 'SD'; '13' = 'MMC'; '15' = 'File Backed Virtual'; '16' = 'Spaces'; '17' = 'NVMe'; '18' = 'SCM' }
    return ConvertTo-Word $Number $names
}
