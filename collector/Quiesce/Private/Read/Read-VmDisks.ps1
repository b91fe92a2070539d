function Read-VmDisks {
    # Attached disks, controllers and devices of all VMs: one call each; then the files of all chains, level by level.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'disks'
    $live = @(foreach ($vm in $Run.Vms.Values) { $vm.Live })
    if ($live.Count -eq 0) { $section.Rows = 0; Close-Section $section; return }
    $drives = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'HardDiskDrive'; VM = $live }
    Add-SectionErrors -Section $section -Result $drives -Incomplete -All
    $failed = Get-FailedVms -Run $Run -Result $drives
    $count = 0
    foreach ($vm in $Run.Vms.Values) {
        if (-not $drives.Failed -and -not $failed.ContainsKey($vm.Id)) { $vm.Facts['disks'] = [Collections.Generic.List[object]]::new() }
        else { Add-AbsentOf -To $vm.Absent -Fact 'disks' -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $drives }) }
    }
    foreach ($drive in $drives.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $drive 'VMId'))"]
        if ($null -eq $vm -or $null -eq $vm.Facts['disks'] -or $vm.Facts['disks'].Count -ge 512) { continue }
        $vm.Facts['disks'].Add((ConvertTo-DiskFacts -Run $Run -Drive $drive))
        $count++
    }
    Read-Controllers -Run $Run -Section $section -Live $live
    Read-Devices -Run $Run -Section $section -Live $live
    Read-Chains -Run $Run -Section $section
    Read-GuestClusterDisks -Run $Run -Section $section
    $section.Rows = $count
    Close-Section $section
}
