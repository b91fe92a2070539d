function Read-GuestClusterDisks {
    # What a guest cluster says of the VHD Sets of its VMs (2016 and later). Asked of the VMs that have one, each apart,
    # because only the VM's own service answers for it; without a VHD Set nothing is asked.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $asked = [ordered]@{}
    foreach ($vm in $Run.Vms.Values) {
        $at = 0
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk) { continue }
            if ($disk['kind'] -ne 'vhdset') { Add-Absent -To $vm.Absent -Fact "disks[$at].guestCluster" -Reason 'not-applicable' }
            elseif (-not $vm.Running) { Add-Absent -To $vm.Absent -Fact "disks[$at].guestCluster" -Reason 'vm-off' }
            else { $asked[$vm.Id] = $vm }
            $at++
        }
    }
    if ($asked.Count -eq 0) { return }
    $services = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_VssService'; Namespace = 'root/virtualization/v2' }
    Add-SectionErrors -Section $Section -Result $services -All
    $of = @{}
    foreach ($service in $services.Rows) { $of["$(ConvertTo-GuidText (Get-Value $service 'SystemName'))"] = $service }
    foreach ($vm in $asked.Values) {
        $result = $services
        if ($of.ContainsKey($vm.Id)) {
            $result = Invoke-Source -Run $Run -Reader 'Read-GuestCluster' -With @{ Service = $of[$vm.Id]; TimeoutSeconds = $Run.CallSeconds }
            Add-SectionErrors -Section $Section -Result $result -All
        }
        Set-GuestClusterFacts -Vm $vm -Result $result
    }
}
