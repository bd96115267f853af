using System.Globalization;

namespace Vejja.Bench.Content;

/// <summary>Invented persons and places, put together from common names.</summary>
internal static class People
{
    private static readonly TwoScripts[] Families =
    [
        new("សុខ", "Sok"), new("ចាន់", "Chan"), new("គឹម", "Kim"), new("លី", "Ly"), new("ហេង", "Heng"), new("នួន", "Nuon"), new("ម៉ៅ", "Mao"),
        new("ឈឹម", "Chhim"), new("ពេជ្រ", "Pich"), new("ស៊ុន", "Sun"), new("កែវ", "Keo"), new("អ៊ុំ", "Oum"), new("តាន់", "Tan"), new("ទេព", "Tep"),
        new("យឹម", "Yim"), new("រស់", "Ros"), new("សាន", "San"), new("វ៉ាន់", "Van"), new("ប៉ែន", "Pen"), new("ជា", "Chea"), new("មាស", "Meas"),
        new("ឡុង", "Long"), new("ហ៊ុន", "Hun"), new("ខៀវ", "Khiev"), new("ញឹម", "Nhem"), new("ផាន់", "Phan"), new("ឌួង", "Duong"),
    ];

    private static readonly TwoScripts[] Women =
    [
        new("សុភា", "Sophea"), new("ចាន់ថា", "Chantha"), new("ស្រីមុំ", "Sreymom"), new("ពិសី", "Pisey"), new("បូផា", "Bopha"), new("ម៉ាលី", "Maly"),
        new("ធារី", "Theary"), new("នារី", "Neary"), new("ចិន្តា", "Chenda"), new("គន្ធា", "Kunthea"), new("លក្ខិណា", "Leakhena"), new("ស្រីពៅ", "Sreypov"),
        new("សុជាតា", "Socheata"), new("ដានី", "Dany"), new("វត្តី", "Vattey"),
    ];

    private static readonly TwoScripts[] Men =
    [
        new("ដារ៉ា", "Dara"), new("វិចិត្រ", "Vichet"), new("វណ្ណា", "Vanna"), new("រតនា", "Rattana"), new("សម្បត្តិ", "Sambath"), new("ពិសិដ្ឋ", "Piseth"),
        new("សុវណ្ណ", "Sovann"), new("វុទ្ធី", "Vuthy"), new("រិទ្ធី", "Rithy"), new("សុជាតិ", "Socheat"), new("សារ៉ាត់", "Sarath"), new("ណារិន", "Narin"),
        new("បញ្ញា", "Panha"), new("មករា", "Makara"), new("ពន្លក", "Ponlork"),
    ];

    private static readonly TwoScripts[] PlaceWords =
    [
        new("ផ្កាឈូក", "Phka Chhouk"), new("រំដួល", "Romduol"), new("មេគង្គថ្មី", "Mekong Thmey"), new("ព្រះចន្ទ", "Preah Chan"), new("សន្តិសុខ", "Santisok"),
        new("ដើមពោធិ៍", "Daem Pou"), new("ច័ន្ទរះ", "Chanreah"), new("សុខភាពល្អ", "Sokhapheap L'or"), new("ទឹកថ្លា", "Teuk Thla Thmey"), new("អង្គរជ័យ", "Angkor Chey"),
        new("ម្លប់ស្វាយ", "Mlup Svay"), new("ភ្នំស", "Phnom Sor"), new("បឹងត្រកួន", "Boeung Trakuon"), new("វាលស្រូវ", "Veal Srov"), new("ស្ពានថ្មី", "Spean Thmey"),
    ];

    private static readonly TwoScripts[] Towns =
    [
        new("រាជធានីភ្នំពេញ", "Phnom Penh"), new("ខេត្តបាត់ដំបង", "Battambang"), new("ខេត្តសៀមរាប", "Siem Reap"), new("ខេត្តកំពត", "Kampot"),
        new("ខេត្តកំពង់ចាម", "Kampong Cham"), new("ខេត្តតាកែវ", "Takeo"), new("ខេត្តក្រចេះ", "Kratie"), new("ខេត្តពោធិ៍សាត់", "Pursat"),
    ];

    private static readonly (string Khmer, string English, string French)[] Kinds =
    [
        ("មន្ទីរពេទ្យ", "Hospital", "Hôpital"), ("មន្ទីរពេទ្យបង្អែក", "Referral Hospital", "Hôpital de référence"), ("គ្លីនិក", "Clinic", "Clinique"),
        ("បន្ទប់ពិគ្រោះជំងឺ", "Medical Cabinet", "Cabinet médical"), ("មជ្ឈមណ្ឌលសុខភាព", "Health Center", "Centre de santé"), ("ពហុព្យាបាល", "Polyclinic", "Polyclinique"),
    ];

    /// <summary>A person's name.</summary>
    public static TwoScripts Person(bool female, Dice dice)
    {
        var (family, given) = (dice.Pick(Families), dice.Pick(female ? Women : Men));
        return new(family.Khmer + " " + given.Khmer, family.Latin + " " + given.Latin);
    }

    /// <summary>A hospital or clinic, in Khmer and English, and in French.</summary>
    public static (TwoScripts Names, string French) Facility(Dice dice)
    {
        var (kind, place) = (dice.Pick(Kinds), dice.Pick(PlaceWords));
        return (new(kind.Khmer + place.Khmer, place.Latin + " " + kind.English), kind.French + " " + place.Latin);
    }

    /// <summary>A town.</summary>
    public static TwoScripts Town(Dice dice) => dice.Pick(Towns);

    /// <summary>A file number.</summary>
    public static string Code(Dice dice) =>
        dice.Any("H", "P", "PT-", "OPD", "") + dice.Whole(10000, 9999999).ToString(CultureInfo.InvariantCulture);
}
