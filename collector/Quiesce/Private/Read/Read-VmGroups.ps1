function Read-VmGroups {
    # VM groups, known since 2016; an empty list means that the VM is in none.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact 'vmGroups' -Reason 'not-applicable' }
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'Group' }
    Add-SectionErrors -Section $Section -Result $result -All
    if ($result.Failed) {
        foreach ($vm in $Run.Vms.Values) { Add-AbsentOf -To $vm.Absent -Fact 'vmGroups' -Result $result }
        return
    }
    foreach ($vm in $Run.Vms.Values) { $vm.Facts['vmGroups'] = [Collections.Generic.List[object]]::new() }
    foreach ($group in $result.Rows) {
        foreach ($member in @(Get-Value $group 'VMMembers')) {
            $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $member 'Id'))"]
            if ($null -eq $vm -or $vm.Facts['vmGroups'].Count -ge 64) { continue }
            $vm.Facts['vmGroups'].Add([ordered]@{
                    id = ConvertTo-GuidText (Get-Value $group 'InstanceId'); name = Limit-Text (Get-Value $group 'Name') 512
                    type = ConvertTo-Word (Get-Value $group 'GroupType') @{ '0' = 'VMCollectionType'; '1' = 'ManagementCollectionType' }
                })
        }
    }
}
