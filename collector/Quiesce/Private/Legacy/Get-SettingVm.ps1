function Get-SettingVm {
    # The VM that a row of Msvm_VirtualSystemSettingData belongs to.
    param([Parameter(Mandatory)] $Row)

    $id = Get-Value $Row 'VirtualSystemIdentifier'
    if ($null -eq $id) { $id = Get-Value $Row 'SystemName' }
    return ConvertTo-GuidText $id
}
