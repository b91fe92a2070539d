function Stop-QuiesceSpool {
    <#
    .SYNOPSIS
    Ends a run whose trouble is not the document: keeps how long to be quiet, writes the event, returns the result.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject] $Reply,
        [Parameter(Mandatory)] [ValidateSet('quiet', 'too-old')] [string] $Outcome,
        [Parameter(Mandatory)] [string] $Text,
        [Parameter(Mandatory)] [int] $Sent,
        [Parameter(Mandatory)] [int] $Rejected
    )

    if ($Outcome -eq 'too-old') {
        $minimum = (Get-QuiesceState).VersionMinimum
        $wish = if ([string]::IsNullOrEmpty($minimum)) { 'a newer one' } else { "$minimum or newer" }
        $Text = "$Text This is version $(Get-QuiesceVersion); the server wants $wish. Place the newer signed package; the collector does not fetch it."
        Set-QuiesceQuiet -Seconds 86400 -Reason $Text
        Write-QuiesceEvent -Id 202 -Level Error -Text $Text
        return New-QuiesceSendResult -Outcome 'too-old' -Text $Text -Sent $Sent -Rejected $Rejected
    }
    $code = if ($null -ne $Reply.Json) { "$($Reply.Json['code'])" } else { '' }
    $kind = 'not-let-in'
    if ($null -ne $Reply.Failure) { $kind = 'certificate' }
    elseif ($code -eq 'collector-pending') { $kind = 'pending' }
    $entry = @{ 'not-let-in' = 201; 'certificate' = 205; 'pending' = 101 }[$kind]
    Set-QuiesceQuiet -Seconds 3600 -Reason $Text
    Write-QuiesceEvent -Id $entry -Level Warning -Text "$Text The next try is in an hour."
    New-QuiesceSendResult -Outcome $kind -Text $Text -Sent $Sent -Rejected $Rejected
}
