function Read-VmSecurity {
    # Shielded, virtual TPM and key storage drive of all VMs: Msvm_SecuritySettingData names its VM in its InstanceID,
    # which the objects of Get-VMSecurity do not.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact 'security' -Reason 'not-applicable' }
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_SecuritySettingData'; Namespace = 'root/virtualization/v2' }
    Add-SectionErrors -Section $Section -Result $result -All
    foreach ($row in $result.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'InstanceID'))"]
        if ($null -eq $vm -or $null -ne $vm.Facts['security']) { continue }
        $flags = [ordered]@{ shielded = 'ShieldingRequested'; vtpm = 'TpmEnabled'; keyStorageDrive = 'KsdEnabled' }
        $facts = [ordered]@{}
        foreach ($name in $flags.Keys) {
            $value = Get-Value $row $flags[$name]
            $facts[$name] = if ($null -eq $value) { $null } else { [bool] $value }
        }
        $vm.Facts['security'] = $facts
    }
    foreach ($vm in $Run.Vms.Values) { if ($null -eq $vm.Facts['security']) { Add-AbsentOf -To $vm.Absent -Fact 'security' -Result $result } }
}
