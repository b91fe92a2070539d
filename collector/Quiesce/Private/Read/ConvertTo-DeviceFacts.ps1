function ConvertTo-DeviceFacts {
    # One assigned device. Its class comes from the PCI class code in the compatible ids or the instance path (CC_01xx is
    # mass storage, 02 network, 03 display), never from a device name.
    param([Parameter(Mandatory)] $Row)

    $hint = "$(Get-Value $Row 'InstanceID') $(Get-Value $Row 'Name') $(@(Get-Value $Row 'CompatibleId') -join ' ')"
    $class = 'other'
    if ($hint -match 'CC_01') { $class = 'storage' } elseif ($hint -match 'CC_02') { $class = 'network' } elseif ($hint -match 'CC_03') { $class = 'gpu' }
    elseif ($hint -match '(?i)\bNVMe\b|NVM Express') { $class = 'storage' }
    else { $class = $null }
    return [ordered]@{ class = $class; locationPath = Limit-Text (Get-Value $Row 'LocationPath') 1024 }
}
