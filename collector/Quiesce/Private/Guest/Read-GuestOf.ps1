function Read-GuestOf {
    # One VM's guest; true when anything was read. Reasons are kept of each way that failed.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] [hashtable] $Kvp, [string[]] $Way, [string] $Folder)

    if (-not $Vm.Running) {
        Add-Absent -To $Vm.Absent -Fact 'guest' -Reason $(if ($null -eq $Vm.Facts['state']) { 'error' } else { 'vm-off' })
        if ($null -ne $Run.Session) { Add-Absent -To $Vm.Absent -Fact 'icVersionHostView' -Reason $(if ($null -eq $Vm.Facts['state']) { 'error' } else { 'vm-off' }) }
        return $false
    }
    $items = $Kvp.Of[$Vm.Id]
    $system = if ($null -ne $items) { ConvertFrom-KvpIntrinsic -Items $items.Intrinsic } else { $null }
    if ($null -ne $system -and $null -ne $Run.Session -and $null -ne $system['integrationServicesVersion']) { $Vm.Facts['icVersionHostView'] = $system['integrationServicesVersion'] }
    elseif ($null -ne $Run.Session) { Add-Absent -To $Vm.Absent -Fact 'icVersionHostView' -Reason 'empty' -Text 'The guest does not tell its version.' }
    $shielded = $null -ne $Vm.Facts['security'] -and $Vm.Facts['security']['shielded']
    $found = $null
    $tried = [Collections.Generic.List[object]]::new()
    foreach ($one in $Way) {
        $answer = $null
        switch ($one) {
            'KVP' { $answer = Read-GuestByKvp -Items $items }
            'File' { $answer = Read-GuestByFile -Run $Run -Vm $Vm -Folder $Folder }
            'PowerShellDirect' { $answer = Read-GuestBySession -Run $Run -Vm $Vm -System $system -Shielded $shielded }
            'WinRM' { $answer = Read-GuestBySession -Run $Run -Vm $Vm -System $system -Shielded $shielded -Name $(if ($null -ne $items) { "$($items.Intrinsic['FullyQualifiedDomainName'])" } else { '' }) -ByName }
        }
        if ($null -eq $answer) { continue }
        if ($null -ne $answer.Facts) { $found = $answer; break }
        $tried.Add(@{ Reason = $answer.Reason; Text = "${one}: $($answer.Text)"; Mend = $answer.Mend })
    }
    foreach ($cause in $tried) { Add-SectionErrors -Section $Section -Result @{ Errors = @($cause) } -All }
    if ($null -ne $found) {
        foreach ($note in $found.Absent) { $Vm.Absent.Add($note) }
        if ($null -ne $system) { foreach ($fact in 'osFamily', 'osName', 'osVersion', 'productType', 'integrationServicesVersion') { if ($null -eq $found.Facts[$fact] -and $null -ne $system[$fact]) { $found.Facts[$fact] = $system[$fact] } } }
        $Vm.Facts['guest'] = $found.Facts
        return $true
    }
    $cause = if ($tried.Count -gt 0) { $tried[0] } elseif ($shielded) { @{ Reason = 'not-supported'; Text = 'A shielded VM blocks data exchange and PowerShell Direct; WinRM or a file is the way.' } } else { @{ Reason = 'not-collected'; Text = 'No way into the guest is set up: PowerShell Direct, WinRM, or the guest script.' } }
    if ($null -eq $system) {
        if ($Kvp.Result.Failed) { Add-AbsentOf -To $Vm.Absent -Fact 'guest' -Result $Kvp.Result } else { Add-Absent -To $Vm.Absent -Fact 'guest' -Reason $cause.Reason -Text $cause.Text }
        return $false
    }
    $system['collectedAt'] = Format-Instant ([DateTime]::UtcNow)
    $Vm.Facts['guest'] = $system
    $inside = switch ($system['osFamily']) { 'linux' { 'linux', 'iscsiSessions' } 'bsd' { 'bsd', 'iscsiSessions' } default { 'services', 'vssWriters', 'vssProviders', 'volumes', 'minDiffAreaMb', 'iscsiSessions', 'smbDataMounts', 'storageSpacesOutsideMembers', 'storagePools' } }
    foreach ($fact in $inside) { Add-Absent -To $Vm.Absent -Fact "guest.$fact" -Reason $cause.Reason -Text $cause.Text }
    return $true
}
