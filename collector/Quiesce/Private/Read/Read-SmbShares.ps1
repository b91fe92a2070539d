function Read-SmbShares {
    # Shares that hold files of VMs, as their paths name them. What is installed on the file server is not asked from here.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'shares'
    $shares = [ordered]@{}
    $known = $true
    foreach ($vm in $Run.Vms.Values) {
        if ($null -eq $vm.Facts['disks']) { $known = $false }
        $paths = @($vm.Facts['configLocation']) + @(foreach ($disk in @($vm.Facts['disks'])) { if ($null -ne $disk -and $disk['kind'] -ne 'passthrough') { $disk['path'] } })
        foreach ($path in $paths) {
            if ("$path" -notmatch '^\\\\(?<server>[^\\?.][^\\]*)\\(?<share>[^\\]+)') { continue }
            $name = "\\$($Matches['server'])\$($Matches['share'])"
            if ($shares.Count -ge 256) { continue }
            $address = $null
            $shares[$name.ToLowerInvariant()] = [ordered]@{ share = $name; byAddress = [Net.IPAddress]::TryParse($Matches['server'], [ref] $address); vssAgent = $null; hostAccountFullControl = $null }
        }
    }
    if ($known -and $Run.Sections['vms'].Complete) { $Run.Host['smbShares'] = @($shares.Values) }
    else { $Run.Host['smbShares'] = $null; Add-Absent -To $Run.HostAbsent -Fact 'smbShares' -Reason 'not-collected' -Text 'Not all disks were read.' }
    for ($at = 0; $at -lt $shares.Count; $at++) {
        foreach ($fact in 'vssAgent', 'hostAccountFullControl') { Add-Absent -To $Run.HostAbsent -Fact "smbShares[$at].$fact" -Reason 'not-collected' -Text 'It is read on the file server.' }
    }
    $section.Rows = $shares.Count
    Close-Section $section
}
