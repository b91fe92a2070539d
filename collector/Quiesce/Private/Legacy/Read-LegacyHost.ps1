function Read-LegacyHost {
    # A Server 2008 R2 or 2012 host over WMI from this machine: root\virtualization (v1) or root\virtualization\v2. One
    # query for each class, joined in memory. Returns the host's record; a host that does not answer gives a record that
    # says so in every section.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $ComputerName, [pscredential] $Credential)

    $far = New-Run -CallSeconds $Run.CallSeconds -RunSeconds $Run.RunSeconds
    foreach ($shared in 'Started', 'Deadline', 'Isolate', 'Calls', 'Log') { $far[$shared] = $Run[$shared] }
    $far.Account = @{ Name = $(if ($null -ne $Credential) { $Credential.UserName } else { $Run.Account.Name }); Elevated = $null; HyperVAdmin = $null }
    $far.Host['name'] = $ComputerName
    $with = @{ ComputerName = $ComputerName; TimeoutSeconds = $Run.CallSeconds }
    if ($null -ne $Credential) { $with['Credential'] = $Credential }
    $session = Invoke-Source -Run $far -Reader 'Read-Session' -With $with
    if ($session.Failed -or $session.Rows.Count -eq 0) {
        foreach ($name in 'host', 'volumes', 'host-vss', 'vms', 'disks', 'checkpoints', 'integration', 'guest') {
            $section = Open-Section -Run $far -Name $name
            $section.Complete = $false
            Add-SectionErrors -Section $section -Result $session -All
            Close-Section $section
        }
        Add-AbsentOf -To $far.HostAbsent -Fact '*' -Result $session
    }
    else {
        $far.Session = $session.Rows[0]
        $far.ComputerName = $ComputerName
        $far.Credential = $Credential
        foreach ($name in 'host', 'host-vss', 'volumes', 'vms', 'disks', 'shares', 'checkpoints', 'integration', 'guest') { Invoke-LegacySection -Run $far -Name $name }
    }
    return @{ Facts = $far.Host; Absent = $far.HostAbsent; Sections = $far.Sections; Vms = $far.Vms; Local = $false }
}
