function New-Run {
    # What one run of the collector knows: limits, counted calls, sections of the manifest, facts of this host, its
    # cluster and its VMs (by lower-case GUID, each with Facts, Absent and the live object of Get-VM).
    # Under application control a new runspace is constrained, whatever the module may: there no call gets one of its own.
    # Without a limit of a call (0) programs and queries still end after an hour, and no call gets a runspace of its own.
    param([int] $CallSeconds, [int] $RunSeconds)

    $now = [DateTime]::UtcNow
    $isolate = $CallSeconds -gt 0 -and (Test-QuiesceWindows) -and "$([Management.Automation.Security.SystemPolicy]::GetSystemLockdownPolicy())" -ne 'Enforce'
    return @{
        Started = $now; Deadline = $now.AddSeconds($RunSeconds); RunSeconds = $RunSeconds; CallSeconds = $(if ($CallSeconds -gt 0) { $CallSeconds } else { 3600 })
        Isolate = $isolate; Runspace = $null
        Calls = [ordered]@{}; Log = [Collections.Generic.List[string]]::new(); Sections = [ordered]@{}
        Account = @{ Name = $null; Elevated = $null; HyperVAdmin = $null }
        Kernel = ''; Build = 0; ProductType = $null; IsClusterNode = $false; ClusterVms = @{}; CsvExtras = @{}; Chains = @{}; Session = $null; ComputerName = $null; Credential = $null; Settings = $null; Space = 'root/virtualization/v2'; GuestFiles = $null; GuestFilesFault = $null; Products = @()
        Host = [ordered]@{}; HostAbsent = [Collections.Generic.List[object]]::new()
        Cluster = $null; ClusterAbsent = [Collections.Generic.List[object]]::new()
        Vms = [ordered]@{}; Volumes = [Collections.Generic.List[object]]::new()
    }
}
