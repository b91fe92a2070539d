function Test-DynamicDisk {
    # Whether a volume without a partition of its own lies on a dynamic disk: true when the guest has LDM partitions, false
    # when it has none, null when partitions could not be read. The type text of Win32_DiskPartition is not localised.
    param([Parameter(Mandatory)] $Raw)

    $rows = @(Get-GuestRows $Raw 'DiskPartition')
    if ($rows.Count -eq 0) { return $null }
    foreach ($row in $rows) { if ("$($row['Type'])" -match 'Logical Disk Manager|(?i)af9b60a0-1431-4f62-bc68-3311714a69ad') { return $true } }
    return $false
}
