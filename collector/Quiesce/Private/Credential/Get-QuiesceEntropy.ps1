function Get-QuiesceEntropy {
    <#
    .SYNOPSIS
    The constant that keeps files of Quiesce apart from other programs' DPAPI files; it is no secret.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param()

    , [Text.Encoding]::ASCII.GetBytes('quiesce.collector/1')
}
