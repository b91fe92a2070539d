function Read-ServiceLogon {
    # Whether NT VIRTUAL MACHINE\Virtual Machines (S-1-5-83-0) may log on as a service. Needs elevation.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $Run.Host['virtualMachinesServiceLogon'] = $null
    $result = Invoke-Source -Run $Run -Reader 'Read-UserRights'
    if ($result.Failed) {
        Add-SectionErrors -Section $Section -Result $result -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'virtualMachinesServiceLogon' -Result $result
        return
    }
    $holders = $null
    foreach ($line in $result.Rows) { if ("$line" -match '^\s*SeServiceLogonRight\s*=\s*(.*)$') { $holders = $Matches[1] -split '\s*,\s*' } }
    if ($result.Rows.Count -gt 0) { $Run.Host['virtualMachinesServiceLogon'] = $null -ne $holders -and $holders -contains '*S-1-5-83-0' }
    else { Add-Absent -To $Run.HostAbsent -Fact 'virtualMachinesServiceLogon' -Reason 'error' -Text 'The exported policy is empty.' }
}
