function ConvertTo-DiskFacts {
    # One row of Get-VMHardDiskDrive as facts; what is inside the file comes with the chains.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] $Drive)

    $path = Limit-Text (Get-Value $Drive 'Path') 1024
    $number = ConvertTo-Whole (Get-Value $Drive 'DiskNumber')
    $controller = ConvertTo-Word (Get-Value $Drive 'ControllerType') @{ '0' = 'IDE'; '1' = 'SCSI'; '2' = 'PMEM' }
    $extension = if ($null -ne $path -and $null -eq $number) { [IO.Path]::GetExtension($path).ToLowerInvariant() } else { '' }
    $kind = if ($null -ne $number) { 'passthrough' } elseif ($controller -eq 'PMEM' -or $extension -eq '.vhdpmem') { 'pmem' } elseif ($extension -eq '.vhds') { 'vhdset' } elseif ($null -eq $path) { $null } else { 'vhd' }
    $shared = Get-Value $Drive 'SupportPersistentReservations'
    $volume = if ($kind -eq 'passthrough') { $null } else { Get-HostVolume -Run $Run -Path $path }
    return [ordered]@{
        controllerType = $controller; controllerNumber = ConvertTo-Whole (Get-Value $Drive 'ControllerNumber'); lun = ConvertTo-Whole (Get-Value $Drive 'ControllerLocation')
        kind = $kind; path = $path; diskNumber = $number; persistentReservations = $null -ne $shared -and [bool] $shared
        hostVolumeId = $(if ($null -ne $volume) { $volume['uniqueId'] } else { $null }); isSmb = "$path".StartsWith('\\') -and -not "$path".StartsWith('\\?\') -and -not "$path".StartsWith('\\.\')
        format = $null; type = $null; sizeBytes = $null; fileBytes = $null; logicalSector = $null; physicalSector = $null; alignment = $null; chain = $null; chainError = $null; guestCluster = $null
    }
}
