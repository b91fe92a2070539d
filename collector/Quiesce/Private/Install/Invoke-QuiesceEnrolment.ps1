function Invoke-QuiesceEnrolment {
    <#
    .SYNOPSIS
    Trades an enrolment code at the server; returns what it gave: collectorId, token, epoch, state, intervalSeconds, scope.
    .DESCRIPTION
    Throws with the server's reason when it gives nothing. The code is kept nowhere. RequestId is random and the same
    for each try until the answer is in: only by it the server tells an answer again that was lost on its way.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [uri] $Server,
        [Parameter(Mandatory)] [string] $Code,
        [Parameter(Mandatory)] [string] $Kind,
        [Parameter(Mandatory)] [string] $InstallId,
        [Parameter(Mandatory)] [string] $RequestId,
        [string] $Pin,
        [string] $Proxy
    )

    $question = [ordered] @{ code = $Code; kind = $Kind; installId = $InstallId; requestId = $RequestId }
    $identity = Get-QuiesceIdentity
    foreach ($key in $identity.Keys) { $question[$key] = $identity[$key] }
    $body = [Text.Encoding]::UTF8.GetBytes((ConvertTo-QuiesceJson -Value $question))
    $headers = @{ 'Content-Type' = 'application/json'; 'Accept' = 'application/json, application/problem+json'; 'User-Agent' = Get-QuiesceUserAgent }
    $address = [uri] ($Server.AbsoluteUri.TrimEnd('/') + '/api/v1/collectors/enrol')
    $reply = Invoke-QuiesceHttp -Uri $address -Headers $headers -Body $body -Pin $Pin -Proxy $Proxy
    if ($reply.Status -eq 201 -and $null -ne $reply.Json -and $reply.Json['token'] -is [string] -and $reply.Json['collectorId'] -is [string]) { return $reply.Json }
    throw "This machine is not enrolled. $(Get-QuiesceReplyText -Reply $reply)"
}
