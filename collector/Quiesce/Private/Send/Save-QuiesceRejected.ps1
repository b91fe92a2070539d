function Save-QuiesceRejected {
    <#
    .SYNOPSIS
    Moves a document that the server refuses from the spool to `rejected`, with the server's answer beside it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [pscustomobject] $Item,
        [Parameter(Mandatory)] [pscustomobject] $Reply
    )

    $path = [IO.Path]::Combine((Get-QuiesceHome -Child 'rejected'), $Item.Name)
    Write-QuiesceFile -Path $path -Bytes ([IO.File]::ReadAllBytes($Item.Path))
    $answer = "HTTP $($Reply.Status)`r`n$($Reply.Body)"
    Write-QuiesceFile -Path (Get-QuiesceHome -Child 'rejected/last-answer.txt') -Bytes ([Text.Encoding]::UTF8.GetBytes($answer))
    Remove-QuiesceFile -Path $Item.Path
    [void] (Limit-QuiesceSpool -Folder 'rejected')
    $path
}
