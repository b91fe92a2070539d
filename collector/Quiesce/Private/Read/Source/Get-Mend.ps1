function Get-Mend {
    # The exact grant, feature or setting that mends a reason, for this reader; empty when there is none.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Reason, [string] $Reader, [string] $Label)

    $account = Format-QuiesceQuoted "$($Run.Account.Name)"
    if ($Reader -eq 'Read-RemoteWriters') { return "Switch PowerShell remoting on at the old host (Enable-PSRemoting) and let $account in as an administrator there: WMI does not tell of VSS writers" }
    if ($Reason -eq 'permission-denied') {
        if ($Reader -eq 'Read-HyperV' -or ($Reader -eq 'Read-Cim' -and $Label -like '*Msvm_*')) { return "Add the account to Hyper-V Administrators on this host: Add-LocalGroupMember -SID S-1-5-32-578 -Member $account" }
        if ($Reader -eq 'Read-Cluster') { return "Let the account read the cluster: Grant-ClusterAccess -User $account -ReadOnly" }
        if ($Reader -eq 'Read-Program' -or $Reader -eq 'Read-UserRights') { return "Run the collector elevated: its account in Administrators (Add-LocalGroupMember -SID S-1-5-32-544 -Member $account) and the task with highest privileges" }
        if ($Reader -eq 'Read-Guest') { return 'Give a credential that is administrator in the guest: Set-QuiesceGuestCredential' }
        if ($Reader -eq 'Read-Access' -or $Reader -eq 'Read-Files') { return "Let the account read the folder, or run the collector with an account in Administrators: Add-LocalGroupMember -SID S-1-5-32-544 -Member $account" }
        return "Run the collector with an account in Administrators: Add-LocalGroupMember -SID S-1-5-32-544 -Member $account"
    }
    if ($Reason -eq 'not-supported') {
        if ($Reader -eq 'Read-HyperV') { return 'Install the module on Server 2012 and later: Install-WindowsFeature -Name Hyper-V-PowerShell. Server 2008 R2 is read from a newer machine: Invoke-QuiesceCollection -ComputerName' }
        if ($Reader -eq 'Read-Cluster') { return 'Install the module: Install-WindowsFeature -Name RSAT-Clustering-PowerShell' }
        return ''
    }
    if ($Reason -eq 'timed-out') { return 'Look at why the provider is slow, or give it more time: Invoke-QuiesceCollection -CallTimeoutSeconds' }
    if ($Reason -eq 'unreachable') { return 'Let the machine answer: WinRM, or RPC through the firewall rules of Windows Management Instrumentation' }
    if ($Reason -eq 'other-node') { return 'Nothing: the collector on the node that owns it reads it' }
    return ''
}
