function Test-CurrentSetting {
    # Whether a row of Msvm_VirtualSystemSettingData is a VM's present setting and no checkpoint: v1 says it by
    # SettingType 3, v2 by its type.
    param([Parameter(Mandatory)] $Row)

    $type = Get-Value $Row 'VirtualSystemType'
    if ($null -ne $type) { return "$type" -eq 'Microsoft:Hyper-V:System:Realized' }
    return "$(Get-Value $Row 'SettingType')" -eq '3'
}
