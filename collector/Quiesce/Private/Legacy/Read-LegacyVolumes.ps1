function Read-LegacyVolumes {
    # Volumes by Win32_Volume. Cluster Shared Volumes are told by their folder.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'volumes'
    $result = Read-Class -Run $Run -ClassName 'Win32_Volume'
    Add-SectionErrors -Section $section -Result $result -Incomplete -All
    $Run.Host['volumes'] = $null
    if ($result.Failed -or $result.Rows.Count -eq 0) { Add-AbsentOf -To $Run.HostAbsent -Fact 'volumes' -Result $result }
    else {
        foreach ($row in $result.Rows) {
            $name = Limit-Text (Get-Value $row 'Name') 1000
            $system = ConvertTo-Word (Get-Value $row 'FileSystem')
            $at = $Run.Volumes.Count
            $Run.Volumes.Add([ordered]@{
                    path = $name; uniqueId = Limit-Text (Get-Value $row 'DeviceID') 1000; fileSystem = $system; fileSystemDetail = $system
                    capacityBytes = ConvertTo-Whole (Get-Value $row 'Capacity'); freeBytes = ConvertTo-Whole (Get-Value $row 'FreeSpace'); isCsv = "$name" -like '*\ClusterStorage\*'
                    isDedup = $(if ($Run.Space -eq 'root/virtualization') { $false } else { $null }); blockSize = ConvertTo-Whole (Get-Value $row 'BlockSize')
                    driveType = ConvertTo-Word (Get-Value $row 'DriveType') @{ '2' = 'Removable'; '3' = 'Fixed'; '4' = 'Remote'; '5' = 'CD-ROM' }; busType = $null; storageReplica = 'none'
                })
            Add-Absent -To $Run.HostAbsent -Fact "volumes[$at].busType" -Reason 'not-supported'
        }
        $Run.Host['volumes'] = $Run.Volumes
    }
    $section.Rows = $Run.Volumes.Count
    Close-Section $section
}
