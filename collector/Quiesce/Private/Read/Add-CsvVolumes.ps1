function Add-CsvVolumes {
    # Gives the volumes that are Cluster Shared Volumes their folder below C:\ClusterStorage, and adds those that
    # Get-Volume does not list on this node.
    param([Parameter(Mandatory)] [hashtable] $Run)

    if ($null -eq $Run.Cluster -or $null -eq $Run.Cluster['csvs']) { return }
    foreach ($csv in $Run.Cluster['csvs']) {
        $found = $null
        foreach ($volume in $Run.Volumes) { if ($null -ne $csv['volumeId'] -and "$($volume['uniqueId'])" -eq $csv['volumeId']) { $found = $volume } }
        if ($null -eq $found) {
            $found = [ordered]@{ path = $null; uniqueId = $csv['volumeId']; fileSystem = $null; fileSystemDetail = $null; capacityBytes = $null; freeBytes = $null; isCsv = $true; isDedup = $null; blockSize = $null; driveType = 'Fixed'; busType = $null; storageReplica = $null }
            $Run.Volumes.Add($found)
        }
        $found['path'] = $csv['volumePath']
        $found['isCsv'] = $true
        $extra = $Run.CsvExtras["$($csv['volumePath'])"]
        if ($null -eq $extra) { continue }
        if ($null -eq $found['capacityBytes']) { $found['capacityBytes'] = $extra.Size }
        if ($null -eq $found['freeBytes']) { $found['freeBytes'] = $extra.Free }
        if ("$($extra.FileSystem)" -like 'CSVFS_*') { $found['fileSystem'] = 'CSVFS'; $found['fileSystemDetail'] = $extra.FileSystem }
        elseif ($null -eq $found['fileSystem']) { $found['fileSystem'] = $extra.FileSystem; $found['fileSystemDetail'] = $extra.FileSystem }
    }
}
