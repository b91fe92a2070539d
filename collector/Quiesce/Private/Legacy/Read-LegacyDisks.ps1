function Read-LegacyDisks {
    # Attached disks and controllers out of the resource settings: a disk's parent is its drive, whose parent is its
    # controller. Settings of checkpoints begin with the checkpoint's GUID and are left out.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'disks'
    $rasd = Read-Class -Run $Run -ClassName 'Msvm_ResourceAllocationSettingData' -Namespace $Run.Space
    Add-SectionErrors -Section $section -Result $rasd -Incomplete -All
    $sasd = $null
    if ($Run.Space -ne 'root/virtualization') {
        $sasd = Read-Class -Run $Run -ClassName 'Msvm_StorageAllocationSettingData' -Namespace $Run.Space
        Add-SectionErrors -Section $section -Result $sasd -Incomplete -All
    }
    $rows = @{}
    $disks = [Collections.Generic.List[object]]::new()
    $controllers = @{}
    foreach ($row in @($rasd.Rows) + @(if ($null -ne $sasd) { $sasd.Rows })) {
        $key = "$(Get-Value $row 'InstanceID')".ToLowerInvariant()
        $rows[$key] = $row
        $vm = $Run.Vms["$(ConvertTo-GuidText $key)"]
        if ($null -eq $vm) { continue }
        $kind = "$(Get-Value $row 'ResourceSubType')"
        if ($kind -like '*Virtual Hard Disk' -or $kind -like '*Physical Disk Drive') { $disks.Add(@{ Vm = $vm; Row = $row; IsPhysical = $kind -like '*Physical Disk Drive' }) }
        elseif ($kind -like '*IDE Controller') { $controllers["ide $($vm.Id)"] = 1 + [int] $controllers["ide $($vm.Id)"] }
        elseif ($kind -like '*SCSI Controller') { $controllers["scsi $($vm.Id)"] = 1 + [int] $controllers["scsi $($vm.Id)"] }
        elseif ($kind -like '*Fibre Channel*') { $controllers["fc $($vm.Id)"] = 1 + [int] $controllers["fc $($vm.Id)"] }
    }
    $failed = $rasd.Failed -or ($null -ne $sasd -and $sasd.Failed)
    foreach ($vm in $Run.Vms.Values) {
        if ($failed) { Add-AbsentOf -To $vm.Absent -Fact 'disks', 'controllers', 'fibreChannelHbas' -Result $(if ($rasd.Failed) { $rasd } else { $sasd }); continue }
        $vm.Facts['disks'] = [Collections.Generic.List[object]]::new()
        if ($Run.Space -eq 'root/virtualization') { Add-Absent -To $vm.Absent -Fact 'fibreChannelHbas' -Reason 'not-applicable' } else { $vm.Facts['fibreChannelHbas'] = [int] $controllers["fc $($vm.Id)"] }
    }
    if (-not $failed) {
        foreach ($disk in $disks) { if ($disk.Vm.Facts['disks'].Count -lt 512) { $disk.Vm.Facts['disks'].Add((ConvertTo-LegacyDisk -Run $Run -Disk $disk -Rows $rows)) } }
        foreach ($vm in $Run.Vms.Values) {
            $used = 0
            foreach ($disk in $vm.Facts['disks']) { if ($disk['controllerType'] -eq 'SCSI') { $used++ } }
            $scsi = [int] $controllers["scsi $($vm.Id)"]
            $vm.Facts['controllers'] = [ordered]@{ ide = [int] $controllers["ide $($vm.Id)"]; scsi = $scsi; scsiFreeSlots = [Math]::Max(0, 64 * $scsi - $used); pmem = 0 }
        }
        Read-LegacyChains -Run $Run -Section $section
    }
    $section.Rows = $disks.Count
    Close-Section $section
}
