# The bare engine has no ConvertTo-Json; these two read and write what the checks exchange with the tests.

function ConvertTo-CheckJson {
    param($Value)
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { if ($Value) { return 'true' } else { return 'false' } }
    if ($Value -is [int] -or $Value -is [long]) { return $Value.ToString([Globalization.CultureInfo]::InvariantCulture) }
    if ($Value -is [System.Collections.IDictionary]) {
        $parts = foreach ($key in $Value.Keys) { '{0}:{1}' -f (ConvertTo-CheckJson "$key"), (ConvertTo-CheckJson $Value[$key]) }
        return '{' + (@($parts) -join ',') + '}'
    }
    if ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [string]) {
        $parts = foreach ($item in $Value) { ConvertTo-CheckJson $item }
        return '[' + (@($parts) -join ',') + ']'
    }
    '"' + [System.Text.Json.JsonEncodedText]::Encode("$Value").ToString() + '"'
}

function ConvertFrom-CheckJson {
    param([System.Text.Json.JsonElement] $Element)
    switch ("$($Element.ValueKind)") {
        'Object' {
            $made = @{}
            foreach ($property in $Element.EnumerateObject()) { $made[$property.Name] = ConvertFrom-CheckJson $property.Value }
            return $made
        }
        'Array' { return , @(foreach ($item in $Element.EnumerateArray()) { ConvertFrom-CheckJson $item }) }
        'Number' { return $Element.GetInt64() }
        'True' { return $true }
        'False' { return $false }
        'String' { return $Element.GetString() }
    }
    $null
}
