function Format-QuiesceQuoted {
    <#
    .SYNOPSIS
    A text as a PowerShell string in single quotes; PowerShell knows five of them, and each is doubled.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)

    "'" + ($Text -replace "['\u2018\u2019\u201a\u201b]", '$0$0') + "'"
}
