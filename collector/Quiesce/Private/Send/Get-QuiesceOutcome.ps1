function Get-QuiesceOutcome {
    <#
    .SYNOPSIS
    What a reply means for the document that was sent, in one word.
    .DESCRIPTION
    `accepted` 200 and 202: gone from the spool. `rejected` 400, 409, 413, 415, 422: one copy kept, never sent again.
    `retry` 408, 429, 5xx and no answer at all: again, later. `too-old` 426: again after a day. `quiet` 401, 403, and every
    other answer, which is about the address or the credential and not about the document: again after an hour.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject] $Reply)

    if ($Reply.Failure -eq 'network') { return 'retry' }
    if ($null -ne $Reply.Failure) { return 'quiet' }
    # A page of a proxy or portal answers 200 as well; only the server's own words take a document out of the spool.
    if ($Reply.Status -in 200, 202) {
        if ($null -ne $Reply.Json -and $Reply.Json['result'] -in 'accepted', 'duplicate') { return 'accepted' }
        return 'quiet'
    }
    if ($Reply.Status -in 400, 409, 413, 415, 422) { return 'rejected' }
    if ($Reply.Status -in 408, 429 -or $Reply.Status -ge 500) { return 'retry' }
    if ($Reply.Status -eq 426) { return 'too-old' }
    'quiet'
}
