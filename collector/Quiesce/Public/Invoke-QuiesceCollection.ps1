function Invoke-QuiesceCollection {
    <#
    .SYNOPSIS
    Reads this Hyper-V host into one inventory document and changes nothing.
    .DESCRIPTION
    Reads Windows, storage, VSS, cluster and every VM of this host, and what is inside the guests by the ways that are
    allowed. Each source is asked once for all VMs, each call and the whole run have a limit of time, and what cannot be
    read is named in the document with the grant that mends it. With -ComputerName it reads Server 2008 R2 and 2012 hosts
    over WMI instead of this machine. Without -OutFile and -PassThru the document's text is returned.
    .PARAMETER OutFile
    File that the document is written to. No server is needed; import it on the dashboard's import page or with
    `quiesce import`.
    .PARAMETER PassThru
    Returns an object with the document's text and figures.
    .PARAMETER GuestAccess
    Ways into guests in the order in which they are tried: PowerShellDirect, WinRM, KVP (what the guest script publishes),
    File (what the guest script drops into -GuestFolder). PowerShellDirect and WinRM need Set-QuiesceGuestCredential.
    .PARAMETER GuestFolder
    Folder with <VM GUID>.json files of the guest script.
    .PARAMETER ComputerName
    Server 2008 R2 and 2012 hosts to read over WMI (DCOM) from this machine.
    .PARAMETER Credential
    Account for -ComputerName. Without it the present account is used.
    .PARAMETER CallTimeoutSeconds
    Limit of one call. 0 switches the limit off.
    .PARAMETER RunTimeoutSeconds
    Limit of the whole run; what was not reached by then is told as timed out.
    .PARAMETER NoVssComponents
    Leaves out the component list of the Hyper-V VSS writer, which is read with diskshadow.
    .OUTPUTS
    System.String: the document, without -OutFile and -PassThru.
    System.IO.FileInfo: the file, with -OutFile.
    System.Management.Automation.PSCustomObject, with -PassThru: Json, DocumentId, Hosts, Vms, Errors, Calls, OutFile.
    .EXAMPLE
    Invoke-QuiesceCollection -OutFile C:\Temp\hv01.json

    Writes the inventory of this host to a file that the dashboard imports.
    .EXAMPLE
    Invoke-QuiesceCollection -ComputerName old01, old02 -Credential (Get-Credential) -OutFile .\old-hosts.json

    Reads two Server 2008 R2 hosts from this machine.
    #>
    [CmdletBinding()]
    [OutputType([string], [IO.FileInfo], [pscustomobject])]
    param(
        [string] $OutFile,
        [switch] $PassThru,
        [ValidateSet('PowerShellDirect', 'WinRM', 'KVP', 'File')] [string[]] $GuestAccess = @('KVP', 'File'),
        [string] $GuestFolder,
        [string[]] $ComputerName,
        [pscredential] $Credential,
        [ValidateRange(0, 3600)] [int] $CallTimeoutSeconds = 180,
        [ValidateRange(10, 86400)] [int] $RunTimeoutSeconds = 2700,
        [switch] $NoVssComponents
    )

    Assert-QuiesceFullLanguage
    Set-QuiescePriority
    $run = New-Run -CallSeconds $CallTimeoutSeconds -RunSeconds $RunTimeoutSeconds
    $records = [Collections.Generic.List[object]]::new()
    $clusters = [Collections.Generic.List[object]]::new()
    try {
        if ($ComputerName) {
            foreach ($computer in $ComputerName) { $records.Add((Read-LegacyHost -Run $run -ComputerName $computer -Credential $Credential)) }
        }
        else {
            foreach ($name in 'host', 'cluster', 'volumes', 'host-vss', 'vms', 'disks', 'checkpoints', 'integration', 'files', 'shares', 'components', 'guest') {
                $PSCmdlet.WriteVerbose("Reading $name.")
                Invoke-Section -Run $run -Name $name -GuestAccess $GuestAccess -GuestFolder $GuestFolder -NoVssComponents:$NoVssComponents
            }
            if ($null -eq $run.Host['name']) { $run.Host['name'] = [Environment]::MachineName }
            $records.Add(@{ Facts = $run.Host; Absent = $run.HostAbsent; Sections = $run.Sections; Vms = $run.Vms; Local = $true })
            if ($null -ne $run.Cluster) { $run.Cluster['absent'] = $run.ClusterAbsent; $clusters.Add($run.Cluster) }
        }
    }
    finally { if ($null -ne $run.Runspace) { $run.Runspace.Dispose() } }
    foreach ($line in $run.Log) { $PSCmdlet.WriteVerbose($line) }

    $state = Step-QuiesceSequence
    $made = New-QuiesceDocument -Run $run -HostRecord $records -Cluster $clusters -State $state -Kind $(if ($ComputerName) { 'management-server' } else { 'host' })
    $errors = 0
    foreach ($record in $records) { foreach ($section in $record.Sections.Values) { $errors += $section.Errors.Count } }
    $PSCmdlet.WriteVerbose("Read $($made.Hosts) hosts and $($made.Vms) VMs; $errors things could not be read.")
    $file = if ($OutFile) { Write-DocumentFile -Path $OutFile -Text $made.Json } else { $null }
    if ($PassThru) {
        return [pscustomobject]@{ Json = $made.Json; DocumentId = $made.DocumentId; Hosts = $made.Hosts; Vms = $made.Vms; Errors = $errors; Calls = $run.Calls; OutFile = $file }
    }
    if ($null -ne $file) { return [IO.FileInfo]::new($file) }
    return $made.Json
}
