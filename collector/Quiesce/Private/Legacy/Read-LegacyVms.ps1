function Read-LegacyVms {
    # VMs by Msvm_ComputerSystem and their settings. The numbers of states are those of WMI: v1 has 32768 and 32769 where
    # v2 has 9 and 6.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'vms'
    $systems = Read-Class -Run $Run -ClassName 'Msvm_ComputerSystem' -Namespace $Run.Space
    Add-SectionErrors -Section $section -Result $systems -Incomplete -All
    if ($systems.Rows.Count -eq 0 -and $systems.Errors.Count -eq 0) {
        $systems.Errors.Add(@{ Reason = 'permission-denied'; Text = 'Msvm_ComputerSystem lists not even the host: the account has no rights on Hyper-V there.'; Mend = (Get-Mend -Run $Run -Reason 'permission-denied' -Reader 'Read-HyperV') })
        Add-SectionErrors -Section $section -Result $systems -Incomplete
    }
    $settings = Read-Class -Run $Run -ClassName 'Msvm_VirtualSystemSettingData' -Namespace $Run.Space
    Add-SectionErrors -Section $section -Result $settings -All
    $Run.Settings = $settings
    $of = @{}
    foreach ($row in $settings.Rows) { if (Test-CurrentSetting -Row $row) { $of["$(Get-SettingVm -Row $row)"] = $row } }
    $folders = @{}
    if ($Run.Space -eq 'root/virtualization') {
        $global = Read-Class -Run $Run -ClassName 'Msvm_VirtualSystemGlobalSettingData' -Namespace $Run.Space
        Add-SectionErrors -Section $section -Result $global -All
        foreach ($row in $global.Rows) { $folders["$(ConvertTo-GuidText (Get-Value $row 'SystemName'))"] = @{ Config = Get-Value $row 'ExternalDataRoot'; Snapshots = Get-Value $row 'SnapshotDataRoot' } }
    }
    else { foreach ($row in $settings.Rows) { if (Test-CurrentSetting -Row $row) { $folders["$(Get-SettingVm -Row $row)"] = @{ Config = Get-Value $row 'ConfigurationDataRoot'; Snapshots = Get-Value $row 'SnapshotDataRoot' } } } }
    foreach ($system in $systems.Rows) {
        $id = ConvertTo-GuidText (Get-Value $system 'Name')
        if ($null -eq $id) { continue }
        Add-LegacyVm -Run $Run -Id $id -System $system -Setting $of[$id] -Folder $folders[$id]
    }
    $section.Rows = $Run.Vms.Count
    Close-Section $section
}
