function Read-Integration {
    # Integration components of all VMs: one call. A component is known by the GUID at the end of its Id; its name and
    # its status text are localised.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'integration'
    $live = @(foreach ($vm in $Run.Vms.Values) { $vm.Live })
    if ($live.Count -eq 0) { $section.Rows = 0; Close-Section $section; return }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'IntegrationService'; VM = $live }
    Add-SectionErrors -Section $section -Result $result -Incomplete -All
    $failed = Get-FailedVms -Run $Run -Result $result
    foreach ($vm in $Run.Vms.Values) {
        if ($result.Failed -or $failed.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'integration' -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $result }) }
        else { $vm.Facts['integration'] = [Collections.Generic.List[object]]::new() }
    }
    foreach ($row in $result.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'VMId'))"]
        if ($null -eq $vm) { $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'Id'))"] }
        if ($null -eq $vm -or $null -eq $vm.Facts['integration'] -or $vm.Facts['integration'].Count -ge 64) { continue }
        $vm.Facts['integration'].Add((ConvertTo-ComponentFacts -Row $row -Vm $vm -At $vm.Facts['integration'].Count))
    }
    $section.Rows = $result.Rows.Count
    Close-Section $section
}
