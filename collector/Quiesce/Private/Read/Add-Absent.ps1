function Add-Absent {
    # Notes why a fact has no value; at most 1,000 notes on one record. Without a full stop: the text stands within a sentence.
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $To, [Parameter(Mandatory)] [string] $Fact, [Parameter(Mandatory)] [string] $Reason, $Text)

    if ($To.Count -ge 1000) { return }
    $note = [ordered]@{ fact = $Fact; reason = $Reason }
    $limited = Limit-Text $Text 2000
    if ($null -ne $limited) { $note['text'] = $limited.TrimEnd('.') }
    $To.Add($note)
}
