function Read-ReferencePoints {
    # What RCT backups achieved, of type 2 only: type 1 is Hyper-V Replica's own log. The class carries no time, so which
    # point is the last cannot be told: where they disagree the consistency is Unknown.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact 'lastReferencePoint' -Reason 'not-applicable' }
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_VirtualSystemReferencePoint'; Namespace = 'root/virtualization/v2' }
    Add-SectionErrors -Section $Section -Result $result
    $levels = @{ '1' = 'Application'; '2' = 'Crash' }
    foreach ($point in $result.Rows) {
        if ("$(Get-Value $point 'ReferencePointType')" -ne '2') { continue }
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $point 'VirtualSystemIdentifier'))"]
        if ($null -eq $vm) { continue }
        $level = $levels["$(Get-Value $point 'ConsistencyLevel')"]
        if ($null -eq $level) { $level = 'Unknown' }
        $known = $vm.Facts['lastReferencePoint']
        if ($null -ne $known -and $known['consistency'] -ne $level) { $level = 'Unknown' }
        $vm.Facts['lastReferencePoint'] = [ordered]@{ type = 'RctBased'; consistency = $level }
    }
    foreach ($vm in $Run.Vms.Values) {
        if ($null -ne $vm.Facts['lastReferencePoint']) { continue }
        if ($result.Failed) { Add-AbsentOf -To $vm.Absent -Fact 'lastReferencePoint' -Result $result } else { Add-Absent -To $vm.Absent -Fact 'lastReferencePoint' -Reason 'empty' }
    }
}
