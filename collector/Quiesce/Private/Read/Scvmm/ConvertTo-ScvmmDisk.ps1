function ConvertTo-ScvmmDisk {
    # One drive of a VM: a disk file, or a physical disk that is attached to it.
    param([Parameter(Mandatory)] $Drive, [Parameter(Mandatory)] [hashtable] $HostRecord)

    $disk = Get-Value $Drive 'VirtualHardDisk'
    $physical = Get-Value $Drive 'PassThroughDisk'
    $types = @{ FixedSize = 'Fixed'; DynamicallyExpanding = 'Dynamic'; Fixed = 'Fixed'; Dynamic = 'Dynamic'; Differencing = 'Differencing' }
    $path = Limit-Text (Get-Value $disk 'Location') 1024
    if ($null -eq $path) { $path = Limit-Text (Get-Value $disk 'SharePath') 1024 }
    $isShare = "$path".StartsWith('\\')
    $format = if ("$path" -match '(?i)\.vhds$') { 'VHDSet' } elseif ("$path" -match '(?i)\.a?vhdx$') { 'VHDX' } elseif ("$path" -match '(?i)\.a?vhd$') { 'VHD' } else { $null }
    $volume = ConvertTo-GuidText (Get-Value $disk 'HostVolumeId')
    return [ordered]@{
        controllerType = ConvertTo-Word (Get-Value $Drive 'BusType'); controllerNumber = ConvertTo-Whole (Get-Value $Drive 'Bus'); lun = ConvertTo-Whole (Get-Value $Drive 'LUN')
        kind = $(if ($null -ne $physical -and "$physical" -ne '') { 'passthrough' } elseif ($format -eq 'VHDSet') { 'vhdset' } elseif ($null -ne $path) { 'vhd' } else { $null })
        path = $path; hostVolumeId = $(if ($null -ne $volume -and -not $isShare) { $HostRecord.Volumes[$volume] } else { $null }); isSmb = $(if ($null -eq $path) { $null } else { $isShare })
        format = $format; type = $(if ("$path" -match '(?i)\.avhdx?$') { 'Differencing' } else { ConvertTo-Word (Get-Value $disk 'VHDType') $types })
        sizeBytes = ConvertTo-Whole (Get-Value $disk 'MaximumSize'); fileBytes = ConvertTo-Whole (Get-Value $disk 'Size')
    }
}
