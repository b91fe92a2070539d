function Get-QuiesceUserAgent {
    <#
    .SYNOPSIS
    Name and version of the collector with that of PowerShell, for the server's log.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    "Quiesce-Collector/$(Get-QuiesceVersion) PowerShell/$($PSVersionTable.PSVersion)"
}
