function ConvertTo-ProviderFacts {
    # VSS providers from rows of Win32_ShadowProvider.
    param([Parameter(Mandatory)] [AllowEmptyCollection()] $Row)

    $kinds = @{ '1' = 'system'; '2' = 'software'; '3' = 'hardware'; '4' = 'fileshare' }
    foreach ($provider in $Row) {
        [ordered]@{ name = Limit-Text (Get-Value $provider 'Name') 512; id = ConvertTo-GuidText (Get-Value $provider 'ID'); type = $kinds["$(Get-Value $provider 'Type')"] }
    }
}
