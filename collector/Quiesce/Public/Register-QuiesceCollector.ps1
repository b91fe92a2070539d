function Register-QuiesceCollector {
    <#
    .SYNOPSIS
    Enrols this machine with a Quiesce dashboard, installs the scheduled task and runs once.
    .DESCRIPTION
    Trades the enrolment code for this machine's own credential, keeps it with DPAPI for this machine in a folder that
    SYSTEM, Administrators and the account of the task can read, registers the event log source and the scheduled task,
    collects once and says what it sent. The server may hold a new host back until it is approved; the document then waits
    in the spool. Run it elevated. -WhatIf tells each step and does none.
    .PARAMETER Server
    Address of the dashboard, such as https://quiesce.example.org.
    .PARAMETER Code
    The enrolment code from Collectors > Add.
    .PARAMETER CodeFile
    A file that holds the code and nothing else, for deployment tools; it is read and left where it is.
    .PARAMETER Task
    Who runs the task: SYSTEM (default), a gMSA as DOMAIN\name$, or None to install no task. For another account give
    -Credential.
    .PARAMETER Credential
    A named account that runs the task. Windows keeps its password; Quiesce does not.
    .PARAMETER IntervalSeconds
    How often the task runs; the server's own wish when it is left out.
    .PARAMETER Kind
    host, or management-server for a VMM server that speaks for many hosts.
    .PARAMETER GuestAccess
    The ways to guests in the order to try: PowerShellDirect, WinRM, KVP, File. KVP and File when it is left out.
    .PARAMETER GuestFolder
    The folder where guests drop their files, for the way File.
    .PARAMETER ComputerName
    Server 2008 R2 and 2012 hosts that this machine reads over WMI in place of itself; with -Kind management-server and an
    account that may read them.
    .PARAMETER VMMServer
    A VMM server that this machine reads in place of itself, with -Kind management-server.
    .PARAMETER Proxy
    Address of a proxy, or none to use no proxy; the proxy of Windows when it is left out.
    .PARAMETER Pin
    SHA-256 thumbprint of the server's certificate or of its authority. Every connection must show it.
    .PARAMETER Force
    Enrols again although this machine is enrolled; the old credential is overwritten.
    .PARAMETER WhatIf
    Says what would be done and does nothing.
    .PARAMETER Confirm
    Asks before each step.
    .OUTPUTS
    An object: CollectorId, Server, State (active, pending), Scope, IntervalSeconds, Task, and Run, the result of the first
    run as Send-QuiesceInventory returns it.
    .EXAMPLE
    Register-QuiesceCollector -Server https://quiesce.example.org -Code qec_0123456789abcdef
    Enrols this host; the task runs as SYSTEM.
    .EXAMPLE
    Register-QuiesceCollector -Server https://quiesce.example.org -CodeFile C:\Deploy\code.txt -Task 'CONTOSO\quiesce$'
    Enrols with a code from a file; the task runs as a gMSA.
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Code')]
    param(
        [Parameter(Mandatory)] [uri] $Server,
        [Parameter(Mandatory, ParameterSetName = 'Code')] [ValidateNotNullOrEmpty()] [string] $Code,
        [Parameter(Mandatory, ParameterSetName = 'File')] [string] $CodeFile,
        [ValidatePattern('^(SYSTEM|None|.+\$)$')] [string] $Task = 'SYSTEM',
        [Management.Automation.PSCredential] $Credential,
        [ValidateRange(300, 604800)] [int] $IntervalSeconds,
        [ValidateSet('host', 'management-server')] [string] $Kind = 'host',
        [ValidateSet('PowerShellDirect', 'WinRM', 'KVP', 'File')] [string[]] $GuestAccess,
        [string] $GuestFolder,
        [string[]] $ComputerName,
        [string] $VMMServer,
        [string] $Proxy,
        [string] $Pin,
        [switch] $Force
    )

    Assert-QuiesceFullLanguage
    Assert-QuiesceServer -Server $Server
    $isRemote = $PSBoundParameters.ContainsKey('ComputerName') -or $PSBoundParameters.ContainsKey('VMMServer')
    if ($isRemote -and $Kind -ne 'management-server') { throw [ArgumentException]::new('-ComputerName and -VMMServer read other machines: give -Kind management-server, and a code that was made for one.') }
    if ($PSBoundParameters.ContainsKey('Pin')) { $Pin = ConvertTo-QuiescePin -Pin $Pin }
    $account = if ($null -ne $Credential) { $Credential.UserName } elseif ($Task -eq 'None') { 'SYSTEM' } else { $Task }
    $state = $null
    try { $state = Get-QuiesceState }
    catch { if (-not $Force) { throw } }
    if ($null -ne $state -and $null -ne $state.CollectorId -and -not $Force) {
        throw "This machine is enrolled at $($state.Server) as $($state.CollectorId). Give -Force to enrol it anew, or use Set-QuiesceCredential to change its credential."
    }
    Assert-QuiesceModuleFolder -Path $script:QuiesceRoot
    if ($PSCmdlet.ParameterSetName -eq 'File') { $Code = [IO.File]::ReadAllText($CodeFile).Trim() }

    $folder = Get-QuiesceHome
    if ($PSCmdlet.ShouldProcess($folder, "Make the folder, for SYSTEM, Administrators and $account")) {
        Initialize-QuiesceHome -Account $account
    }
    if (-not $PSCmdlet.ShouldProcess("$Server", 'Enrol this machine and keep its credential')) {
        if ($Task -ne 'None') { [void] $PSCmdlet.ShouldProcess('\Quiesce\Quiesce collector', "Register the scheduled task as $account, and run once") }
        return
    }
    if ($null -eq $state) { Remove-QuiesceFile -Path (Get-QuiesceHome -Child 'state.json') }
    $state = Get-QuiesceState
    # Kept before it is told: a machine whose enrolment is cut off comes back as the same installation.
    $installId = $state.InstallId
    $state = Update-QuiesceState -Change {
        param($kept)
        $kept.InstallId = $installId
        if ([string]::IsNullOrEmpty($kept.EnrolmentRequest)) { $kept.EnrolmentRequest = [Guid]::NewGuid().ToString() }
    }
    $given = Invoke-QuiesceEnrolment -Server $Server -Code $Code -Kind $Kind -InstallId $state.InstallId -RequestId $state.EnrolmentRequest -Pin $Pin -Proxy $Proxy
    Save-QuiesceToken -Token ([Net.NetworkCredential]::new('', $given['token']).SecurePassword)
    $interval = if ($IntervalSeconds -gt 0) { $IntervalSeconds } else { [int] $given['intervalSeconds'] }
    $state = Update-QuiesceState -Change {
        param($kept)
        $kept.EnrolmentRequest = $null
        $kept.CollectorId = $given['collectorId']
        $kept.Server = $Server.AbsoluteUri.TrimEnd('/')
        $kept.Pin = $Pin
        $kept.Proxy = $Proxy
        $kept.Kind = $Kind
        $kept.Scope = $given['scope']
        $kept.Epoch = [long] $given['epoch']
        $kept.Sequence = 0
        $kept.IntervalSeconds = $interval
        $kept.GuestAccess = $GuestAccess
        $kept.GuestFolder = $GuestFolder
        $kept.ComputerName = $ComputerName
        $kept.VMMServer = $VMMServer
        $kept.Task = if ($Task -eq 'None' -and $null -eq $Credential) { $null } else { $account }
        $kept.NotBefore = $null
        $kept.NotBeforeReason = $null
    }
    Complete-QuiesceInstallation -State $state -Credential $Credential
    [pscustomobject] @{
        CollectorId = $state.CollectorId; Server = $state.Server; State = $given['state']; Scope = $state.Scope
        IntervalSeconds = $interval; Task = $state.Task; Run = Send-QuiesceInventory -Collect -Force -MaximumSeconds 60 -Confirm:$false
    }
}
