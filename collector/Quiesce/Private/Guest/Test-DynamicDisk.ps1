function Test-DynamicDisk {
    # Whether a volume without a partition of its own lies on a dynamic disk: true when the guest has LDM partitions by
    # number or GUID, or by the English words of Win32_DiskPartition; false when every type is one of its English words for
    # a basic disk; else null. That class has no number, and whether its words are translated is documented nowhere.
    param([Parameter(Mandatory)] $Raw)

    foreach ($row in Get-GuestRows $Raw 'Partition') { if (Test-LdmPartition $row) { return $true } }
    $rows = @(Get-GuestRows $Raw 'DiskPartition')
    if ($rows.Count -eq 0) { return $null }
    foreach ($row in $rows) { if ("$($row['Type'])" -match 'Logical Disk Manager|af9b60a0-1431-4f62-bc68-3311714a69ad|5808c8aa-7e8f-42e0-85d2-e1e90434cfb3') { return $true } }
    foreach ($row in $rows) { if ("$($row['Type'])" -cnotmatch '^(GPT: (Basic Data|System|Microsoft Reserved)|Installable File System|(12|16|32)-bit FAT|Extended( w/.*)?|Extended Partition|Unused)$') { return $null } }
    return $false
}
