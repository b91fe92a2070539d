function ConvertTo-LegacyDisk {
    # One disk with its place. In v1 the file stands in Connection, in v2 in HostResource; a physical disk is a reference.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Disk, [Parameter(Mandatory)] [hashtable] $Rows)

    $drive = if ($Disk.IsPhysical) { $Disk.Row } else { Get-ParentSetting -Row $Disk.Row -Rows $Rows }
    $controller = if ($null -ne $drive) { Get-ParentSetting -Row $drive -Rows $Rows } else { $null }
    $kind = "$(Get-Value $controller 'ResourceSubType')"
    $source = @(Get-Value $Disk.Row 'Connection')[0]
    if ($null -eq $source) { $source = @(Get-Value $Disk.Row 'HostResource')[0] }
    $number = $null
    $path = Limit-Text $source 1024
    if ($Disk.IsPhysical) {
        if ("$source" -match '\\\\?(?<number>\d+)"?\s*$') { $number = [int] $Matches['number'] }
        $path = $null
    }
    $volume = Get-HostVolume -Run $Run -Path $path
    return [ordered]@{
        controllerType = $(if ($kind -like '*IDE*') { 'IDE' } elseif ($kind -like '*SCSI*') { 'SCSI' } else { $null }); controllerNumber = ConvertTo-Whole (Get-Value $controller 'Address'); lun = ConvertTo-Whole (Get-Value $drive 'Address')
        kind = $(if ($Disk.IsPhysical) { 'passthrough' } else { 'vhd' }); path = $path; diskNumber = $number; persistentReservations = $false
        hostVolumeId = $(if ($null -ne $volume) { $volume['uniqueId'] } else { $null }); isSmb = "$path".StartsWith('\\')
        format = $null; type = $null; sizeBytes = $null; fileBytes = $null; logicalSector = $null; physicalSector = $null; alignment = $null; chain = $null; chainError = $null; guestCluster = $null
    }
}
