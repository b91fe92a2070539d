function Write-QuiesceEvent {
    <#
    .SYNOPSIS
    One entry in the Windows event log Application, source Quiesce; told by -Verbose as well.
    .DESCRIPTION
    Ids: 100 sent, 101 waits, 102 installed, 103 removed; 200 refused document, 201 not let in, 202 too old, 203 dropped, 204 no
    contact, 205 certificate; 300 run failed. The source is registered at installation; without it, or away from Windows,
    nothing is written and nothing fails. Texts hold no credential: nothing here ever reads one.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [ValidateRange(100, 399)] [int] $Id,
        [Parameter(Mandatory)] [ValidateSet('Information', 'Warning', 'Error')] [string] $Level,
        [Parameter(Mandatory)] [string] $Text
    )

    $PSCmdlet.WriteVerbose($Text)
    $short = if ($Text.Length -gt 8000) { $Text.Substring(0, 8000) } else { $Text }
    try { Write-QuiesceEventEntry -Id $Id -Level $Level -Text $short }
    catch { $PSCmdlet.WriteVerbose("The event log has no entry of this: $($_.Exception.Message)") }
}
