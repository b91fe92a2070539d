function Export-QuiesceScvmm {
    <#
    .SYNOPSIS
    Reads a Virtual Machine Manager server into one inventory document: the whole estate at once, host side.
    .DESCRIPTION
    Takes hosts, clusters and VMs as the VMM server knows them. VMM tells nothing of what is inside guests, of chains of
    disk files or of VSS; those facts come from the collector on the hosts and are told here as not collected. Hosts that
    VMM does not reach are told as unreachable. Needs the VMM console on this machine and a read-only role in VMM. Changes
    nothing.
    .PARAMETER VMMServer
    Name of the VMM server.
    .PARAMETER Credential
    Account for the VMM server. Without it the present account is used.
    .PARAMETER OutFile
    File that the document is written to, for the dashboard's import page or `quiesce import`.
    .PARAMETER PassThru
    Returns an object with the document's text and figures.
    .PARAMETER CallTimeoutSeconds
    Limit of one call. 0 switches the limit off.
    .PARAMETER RunTimeoutSeconds
    Limit of the whole run.
    .OUTPUTS
    System.String: the document, without -OutFile and -PassThru.
    System.IO.FileInfo: the file, with -OutFile.
    System.Management.Automation.PSCustomObject, with -PassThru: Json, DocumentId, Hosts, Vms, Errors, Calls, OutFile.
    .EXAMPLE
    Export-QuiesceScvmm -VMMServer vmm01.corp.example -OutFile .\estate.json

    Writes the estate of a VMM server to a file.
    .EXAMPLE
    Export-QuiesceScvmm -VMMServer vmm01 -Credential (Get-Credential) -PassThru

    Reads with another account and returns the figures too.
    #>
    [CmdletBinding()]
    [OutputType([string], [IO.FileInfo], [pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string] $VMMServer,
        [pscredential] $Credential,
        [string] $OutFile,
        [switch] $PassThru,
        [ValidateRange(0, 3600)] [int] $CallTimeoutSeconds = 600,
        [ValidateRange(10, 86400)] [int] $RunTimeoutSeconds = 3600
    )

    Assert-QuiesceFullLanguage
    Set-QuiescePriority
    $run = New-Run -CallSeconds $CallTimeoutSeconds -RunSeconds $RunTimeoutSeconds
    try { $read = Read-ScvmmEstate -Run $run -Name $VMMServer -Credential $Credential }
    finally { if ($null -ne $run.Runspace) { $run.Runspace.Dispose() } }
    foreach ($line in $run.Log) { $PSCmdlet.WriteVerbose($line) }
    $made = New-QuiesceDocument -Run $run -HostRecord $read.Records -Cluster $read.Clusters -State (Step-QuiesceSequence) -Kind 'management-server' -OriginName $VMMServer
    $file = if ($OutFile) { Write-DocumentFile -Path $OutFile -Text $made.Json } else { $null }
    if ($PassThru) { return [pscustomobject]@{ Json = $made.Json; DocumentId = $made.DocumentId; Hosts = $made.Hosts; Vms = $made.Vms; Errors = $read.Errors; Calls = $run.Calls; OutFile = $file } }
    if ($null -ne $file) { return [IO.FileInfo]::new($file) }
    return $made.Json
}
