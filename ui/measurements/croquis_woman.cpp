// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/croquis_data.h"

// The woman's figure: x is the viewer's right half (mirrored when drawn), y runs from the crown 0 to the sole 800.
namespace thimblely::ui {
namespace {

constexpr Point head[] = {{0.0F, 0.0F},   {12.7F, 1.6F},  {23.5F, 9.5F},  {29.9F, 24.0F},
                          {31.0F, 43.0F}, {29.7F, 60.0F}, {25.8F, 76.0F}, {19.7F, 88.0F},
                          {11.8F, 97.0F}, {5.1F, 100.0F}, {0.0F, 100.6F}};
constexpr Point headBack[] = {{0.0F, 0.0F},   {12.7F, 1.6F},  {23.5F, 9.5F},  {29.9F, 24.0F}, {31.0F, 43.0F},
                              {29.7F, 60.0F}, {27.6F, 73.0F}, {23.6F, 81.0F}, {19.0F, 88.0F}};
constexpr Point ear[] = {{30.8F, 45.0F}, {33.8F, 43.6F}, {35.0F, 50.0F}, {33.5F, 59.0F}, {30.0F, 64.0F}};
constexpr Point hairFront[] = {{30.9F, 50.0F}, {29.1F, 40.0F}, {25.8F, 30.0F},
                               {17.9F, 22.5F}, {8.5F, 17.0F},  {0.0F, 14.0F}};
constexpr Point hairBack[] = {{29.9F, 60.0F}, {27.6F, 73.0F}, {24.8F, 80.5F},
                              {18.8F, 84.6F}, {9.4F, 86.4F},  {0.0F, 86.8F}};
constexpr Point outer[] = {{18.4F, 88.0F},   {18.4F, 103.0F},  {20.0F, 114.5F},  {28.0F, 124.5F},  {43.0F, 133.0F},
                           {60.0F, 140.0F},  {75.0F, 147.5F},  {85.5F, 158.0F},  {91.0F, 174.0F},  {93.0F, 196.0F},
                           {93.4F, 220.0F},  {94.6F, 244.0F},  {97.4F, 268.0F},  {100.0F, 290.0F}, {103.6F, 308.0F},
                           {107.0F, 328.0F}, {109.2F, 350.0F}, {110.4F, 374.0F}, {111.4F, 396.0F}};
constexpr Point hand[] = {{111.4F, 396.0F}, {114.4F, 408.0F}, {117.2F, 423.0F}, {117.8F, 439.0F}, {116.0F, 455.0F},
                          {112.2F, 469.0F}, {107.4F, 478.5F}, {103.0F, 480.0F}, {100.2F, 474.5F}, {99.2F, 462.0F}};
constexpr Point palm[] = {{99.2F, 462.0F}, {98.4F, 452.0F}, {97.6F, 446.0F}};
constexpr Point thumb[] = {{95.0F, 396.0F}, {92.4F, 408.0F}, {90.8F, 421.0F},  {91.2F, 434.0F}, {93.6F, 444.5F},
                           {97.0F, 448.6F}, {99.2F, 446.0F}, {100.0F, 437.0F}, {100.6F, 427.0F}};
constexpr Point inner[] = {{63.0F, 206.0F}, {65.0F, 226.0F}, {68.0F, 248.0F}, {72.8F, 270.0F}, {77.4F, 289.0F},
                           {79.6F, 306.0F}, {82.0F, 326.0F}, {86.0F, 350.0F}, {90.8F, 376.0F}, {95.0F, 396.0F}};
constexpr Point side[] = {{63.0F, 206.0F}, {62.6F, 222.0F}, {58.4F, 244.0F}, {51.8F, 266.0F}, {48.8F, 284.0F},
                          {49.6F, 300.0F}, {55.0F, 324.0F}, {62.8F, 350.0F}, {69.6F, 378.0F}, {73.0F, 404.0F},
                          {73.4F, 428.0F}, {71.0F, 468.0F}, {65.6F, 512.0F}, {58.4F, 550.0F}, {53.0F, 576.0F},
                          {51.6F, 594.0F}, {52.8F, 616.0F}, {53.4F, 636.0F}, {51.8F, 662.0F}, {47.2F, 692.0F},
                          {42.0F, 722.0F}, {39.2F, 744.0F}, {40.4F, 755.0F}};
constexpr Point inLeg[] = {{0.5F, 412.0F},  {1.6F, 432.0F},  {3.0F, 458.0F},  {5.6F, 492.0F}, {8.6F, 528.0F},
                           {11.0F, 558.0F}, {11.6F, 580.0F}, {10.4F, 604.0F}, {9.0F, 628.0F}, {9.8F, 652.0F},
                           {13.4F, 684.0F}, {17.0F, 714.0F}, {18.6F, 738.0F}, {17.0F, 750.0F}};
constexpr Point footFront[] = {{40.6F, 755.0F}, {41.6F, 764.0F}, {46.6F, 777.0F}, {52.6F, 788.0F}, {54.6F, 795.0F},
                               {50.0F, 799.2F}, {40.0F, 800.4F}, {30.0F, 800.4F}, {21.4F, 798.4F}, {17.6F, 792.0F},
                               {17.0F, 778.0F}, {16.6F, 762.0F}, {17.0F, 750.0F}};
constexpr Point footBack[] = {{40.6F, 755.0F}, {39.8F, 766.0F}, {42.4F, 777.0F}, {48.4F, 787.0F},
                              {50.4F, 793.0F}, {45.6F, 796.6F}, {32.0F, 797.4F}, {23.0F, 796.6F},
                              {17.8F, 790.0F}, {18.0F, 774.0F}, {17.4F, 762.0F}, {17.0F, 750.0F}};
constexpr Point fineFront0[] = {{5.5F, 139.0F}, {14.0F, 134.4F}, {30.0F, 134.0F}, {46.0F, 137.4F}, {60.0F, 142.0F}};
constexpr Point fineFront1[] = {{20.0F, 114.0F}, {14.5F, 124.0F}, {7.0F, 135.5F}};
constexpr Point fineFront2[] = {{63.0F, 206.0F}, {64.0F, 197.0F}, {67.0F, 188.0F}, {72.0F, 180.0F}};
constexpr Point fineFront3[] = {{60.0F, 217.0F}, {57.0F, 229.0F}, {48.0F, 237.5F}, {36.0F, 239.5F}, {24.0F, 236.0F}};
constexpr Point fineFront4[] = {{24.6F, 566.0F}, {33.0F, 562.6F}, {42.6F, 566.0F}};
constexpr Point fineFront5[] = {{26.4F, 590.0F}, {34.0F, 594.0F}, {41.6F, 590.0F}};
constexpr Point fineFront6[] = {{82.0F, 296.0F}, {89.0F, 299.5F}, {95.0F, 299.0F}};
constexpr Point fineFront7[] = {{105.4F, 450.0F}, {105.6F, 462.0F}, {103.8F, 473.0F}};
constexpr Point fineFront8[] = {{111.2F, 447.0F}, {110.8F, 459.0F}, {108.2F, 469.0F}};
constexpr Point fineFront9[] = {{26.0F, 789.0F}, {27.0F, 796.0F}};
constexpr Point fineFront10[] = {{34.5F, 790.0F}, {35.4F, 797.0F}};
constexpr Point fineFront11[] = {{42.0F, 789.5F}, {43.4F, 796.0F}};
constexpr Stroke fineFront[] = {fineFront0, fineFront1, fineFront2, fineFront3, fineFront4,  fineFront5,
                                fineFront6, fineFront7, fineFront8, fineFront9, fineFront10, fineFront11};
constexpr Point fineBack0[] = {{21.0F, 115.0F}, {25.0F, 126.0F}, {24.0F, 140.0F}};
constexpr Point fineBack1[] = {{63.0F, 206.0F}, {64.0F, 197.0F}, {67.0F, 189.0F}, {71.0F, 182.0F}};
constexpr Point fineBack2[] = {{27.0F, 168.0F}, {24.6F, 190.0F}, {30.0F, 212.0F}, {42.0F, 225.0F}};
constexpr Point fineBack3[] = {{5.0F, 423.0F},  {10.0F, 430.5F}, {20.0F, 435.5F},
                               {32.0F, 436.6F}, {44.0F, 433.6F}, {51.0F, 429.6F}};
constexpr Point fineBack4[] = {{22.0F, 574.0F}, {33.0F, 578.5F}, {45.0F, 574.0F}};
constexpr Point fineBack5[] = {{34.5F, 606.0F}, {35.5F, 640.0F}, {32.0F, 672.0F}};
constexpr Point fineBack6[] = {{85.0F, 294.0F}, {91.0F, 297.0F}, {96.0F, 294.0F}};
constexpr Point fineBack7[] = {{105.4F, 450.0F}, {105.6F, 462.0F}, {103.8F, 473.0F}};
constexpr Point fineBack8[] = {{111.2F, 447.0F}, {110.8F, 459.0F}, {108.2F, 469.0F}};
constexpr Point fineBack9[] = {{33.0F, 722.0F}, {32.0F, 746.0F}, {33.4F, 764.0F}};
constexpr Point fineBack10[] = {{26.0F, 722.0F}, {26.4F, 746.0F}, {25.0F, 764.0F}};
constexpr Point fineBack11[] = {{40.6F, 770.0F}, {40.8F, 782.0F}, {37.0F, 791.0F}};
constexpr Stroke fineBack[] = {fineBack0, fineBack1, fineBack2, fineBack3, fineBack4,  fineBack5,
                               fineBack6, fineBack7, fineBack8, fineBack9, fineBack10, fineBack11};
constexpr Point shorts[] = {{0.0F, 335.0F},  {57.8F, 335.0F}, {62.8F, 350.0F}, {69.6F, 378.0F}, {73.0F, 404.0F},
                            {73.4F, 428.0F}, {71.0F, 465.0F}, {55.0F, 468.5F}, {32.0F, 470.5F}, {4.8F, 468.0F},
                            {3.0F, 458.0F},  {1.6F, 432.0F},  {0.5F, 412.0F}};
constexpr Point shortsHem[] = {{71.2F, 463.0F}, {55.0F, 468.0F}, {32.0F, 470.5F}, {4.8F, 467.0F}};
constexpr Point camisoleFront[] = {{0.0F, 198.0F},  {24.0F, 192.0F}, {38.0F, 176.0F}, {42.0F, 150.0F}, {44.0F, 134.5F},
                                   {50.0F, 137.0F}, {50.0F, 158.0F}, {54.0F, 184.0F}, {63.0F, 206.0F}, {62.6F, 222.0F},
                                   {58.4F, 244.0F}, {57.0F, 252.0F}, {30.0F, 257.0F}, {0.0F, 258.5F}};
constexpr Point camisoleBack[] = {{0.0F, 176.0F},  {24.0F, 172.0F}, {38.0F, 160.0F}, {42.0F, 150.0F}, {44.0F, 134.5F},
                                  {50.0F, 137.0F}, {50.0F, 158.0F}, {54.0F, 184.0F}, {63.0F, 206.0F}, {62.6F, 222.0F},
                                  {58.4F, 244.0F}, {57.0F, 252.0F}, {30.0F, 257.0F}, {0.0F, 258.5F}};
constexpr Point tape0Front[] = {{-20.5F, 115.0F}, {-13.0F, 128.0F}, {0.0F, 136.0F}, {13.0F, 128.0F}, {20.5F, 115.0F}};
constexpr Point tape0Back[] = {{-20.5F, 115.0F}, {-13.0F, 110.5F}, {0.0F, 109.0F}, {13.0F, 110.5F}, {20.5F, 115.0F}};
constexpr Point tape1Front[] = {{-18.4F, 103.0F}, {-10.1F, 108.0F}, {0.0F, 110.0F}, {10.1F, 108.0F}, {18.4F, 103.0F}};
constexpr Point tape1Back[] = {{-18.4F, 103.0F}, {0.0F, 100.5F}, {18.4F, 103.0F}};
constexpr Point tape2Front[] = {{-65.0F, 196.0F}, {-35.8F, 199.9F}, {0.0F, 201.0F}, {35.8F, 199.9F}, {65.0F, 196.0F}};
constexpr Point tape2Back[] = {{-65.0F, 196.0F}, {-35.8F, 197.6F}, {0.0F, 198.0F}, {35.8F, 197.6F}, {65.0F, 196.0F}};
constexpr Point tape3Front[] = {{-62.6F, 216.0F}, {-34.4F, 223.8F}, {0.0F, 226.0F}, {34.4F, 223.8F}, {62.6F, 216.0F}};
constexpr Point tape3Back[] = {{-62.6F, 216.0F}, {-34.4F, 219.9F}, {0.0F, 221.0F}, {34.4F, 219.9F}, {62.6F, 216.0F}};
constexpr Point tape4Front[] = {{-57.8F, 246.0F}, {-31.8F, 252.2F}, {0.0F, 254.0F}, {31.8F, 252.2F}, {57.8F, 246.0F}};
constexpr Point tape4Back[] = {{-57.8F, 246.0F}, {-31.8F, 249.9F}, {0.0F, 251.0F}, {31.8F, 249.9F}, {57.8F, 246.0F}};
constexpr Point tape5Front[] = {{-48.9F, 286.0F}, {-26.9F, 291.5F}, {0.0F, 293.0F}, {26.9F, 291.5F}, {48.9F, 286.0F}};
constexpr Point tape5Back[] = {{-48.9F, 286.0F}, {-26.9F, 289.1F}, {0.0F, 290.0F}, {26.9F, 289.1F}, {48.9F, 286.0F}};
constexpr Point tape6Front[] = {{-52.4F, 312.0F}, {-28.8F, 318.2F}, {0.0F, 320.0F}, {28.8F, 318.2F}, {52.4F, 312.0F}};
constexpr Point tape6Back[] = {{-52.4F, 312.0F}, {-28.8F, 315.1F}, {0.0F, 316.0F}, {28.8F, 315.1F}, {52.4F, 312.0F}};
constexpr Point tape7Front[] = {{-62.8F, 350.0F}, {-34.5F, 356.2F}, {0.0F, 358.0F}, {34.5F, 356.2F}, {62.8F, 350.0F}};
constexpr Point tape7Back[] = {{-62.8F, 350.0F}, {-34.5F, 353.1F}, {0.0F, 354.0F}, {34.5F, 353.1F}, {62.8F, 350.0F}};
constexpr Point tape8Front[] = {{-73.0F, 404.0F}, {-40.2F, 410.2F}, {0.0F, 412.0F}, {40.2F, 410.2F}, {73.0F, 404.0F}};
constexpr Point tape8Back[] = {{-73.0F, 404.0F}, {-40.2F, 407.9F}, {0.0F, 409.0F}, {40.2F, 407.9F}, {73.0F, 404.0F}};
constexpr Point tape9Back[] = {{-77.0F, 151.5F}, {-43.5F, 140.0F}, {0.0F, 131.0F}, {43.5F, 140.0F}, {77.0F, 151.5F}};
constexpr Point tape10Back[] = {{-66.0F, 180.0F}, {-36.3F, 178.4F}, {0.0F, 178.0F}, {36.3F, 178.4F}, {66.0F, 180.0F}};
constexpr Point tape11Front[] = {{-66.0F, 182.0F}, {-36.3F, 184.3F}, {0.0F, 185.0F}, {36.3F, 184.3F}, {66.0F, 182.0F}};
constexpr Point tape12Front[] = {{20.0F, 114.5F}, {28.0F, 124.5F}, {43.0F, 133.0F}, {60.0F, 140.0F}, {75.0F, 147.5F}};
constexpr Point tape13Back[] = {{0.0F, 109.0F}, {0.0F, 286.0F}};
constexpr Point tape14Front[] = {{63.0F, 206.0F}, {48.8F, 286.0F}};
constexpr Point tape15Front[] = {{75.0F, 147.5F}, {71.0F, 166.0F}, {67.0F, 188.0F}, {63.0F, 206.0F}};
constexpr Point tape15Back[] = {{-75.0F, 147.5F}, {-71.0F, 166.0F}, {-67.0F, 188.0F}, {-63.0F, 206.0F}};
constexpr Point tape16Front[] = {{75.0F, 147.5F}, {81.0F, 176.0F},  {85.2F, 220.0F},
                                 {91.8F, 290.0F}, {101.0F, 345.0F}, {104.5F, 396.0F}};
constexpr Point tape16Back[] = {{-75.0F, 147.5F}, {-81.0F, 176.0F},  {-85.2F, 220.0F},
                                {-91.8F, 290.0F}, {-101.0F, 345.0F}, {-104.5F, 396.0F}};
constexpr Point tape17Back[] = {{0.0F, 109.0F},   {-36.0F, 136.0F}, {-72.0F, 153.0F},  {-81.0F, 176.0F},
                                {-85.2F, 220.0F}, {-91.8F, 290.0F}, {-101.0F, 345.0F}, {-104.5F, 396.0F}};
constexpr Point tape18Front[] = {{66.9F, 238.0F}, {73.1F, 240.3F}, {80.6F, 241.0F}, {88.1F, 240.3F}, {94.3F, 238.0F}};
constexpr Point tape19Front[] = {{82.6F, 330.0F}, {88.1F, 332.3F}, {94.9F, 333.0F}, {101.7F, 332.3F}, {107.2F, 330.0F}};
constexpr Point tape20Front[] = {
    {95.0F, 396.0F}, {98.7F, 397.2F}, {103.2F, 397.5F}, {107.7F, 397.2F}, {111.4F, 396.0F}};
constexpr Point tape21Front[] = {{2.0F, 440.0F}, {17.9F, 443.1F}, {37.3F, 444.0F}, {56.7F, 443.1F}, {72.6F, 440.0F}};
constexpr Point tape22Front[] = {{11.5F, 576.0F}, {20.8F, 578.3F}, {32.2F, 579.0F}, {43.7F, 578.3F}, {53.0F, 576.0F}};
constexpr Point tape23Front[] = {{9.2F, 636.0F}, {19.1F, 638.3F}, {31.3F, 639.0F}, {43.5F, 638.3F}, {53.4F, 636.0F}};
constexpr Point tape24Front[] = {{17.0F, 748.0F}, {22.2F, 750.3F}, {28.5F, 751.0F}, {34.8F, 750.3F}, {40.0F, 748.0F}};
constexpr Point tape25Front[] = {{-45.8F, 284.0F}, {-46.6F, 300.0F}, {-52.0F, 324.0F}, {-59.8F, 350.0F},
                                 {-66.6F, 378.0F}, {-70.0F, 404.0F}, {-70.4F, 428.0F}, {-68.0F, 468.0F},
                                 {-62.6F, 512.0F}, {-55.4F, 550.0F}, {-50.0F, 576.0F}, {-48.6F, 594.0F},
                                 {-49.8F, 616.0F}, {-50.4F, 636.0F}, {-48.8F, 662.0F}, {-44.2F, 692.0F},
                                 {-39.0F, 722.0F}, {-36.2F, 744.0F}, {-37.4F, 755.0F}, {-38.0F, 800.0F}};
constexpr Point tape26Front[] = {{-3.5F, 412.0F},  {-4.6F, 432.0F},  {-6.0F, 458.0F},  {-8.6F, 492.0F},
                                 {-11.6F, 528.0F}, {-14.0F, 558.0F}, {-14.6F, 580.0F}, {-13.4F, 604.0F},
                                 {-12.0F, 628.0F}, {-12.8F, 652.0F}, {-16.4F, 684.0F}, {-20.0F, 714.0F},
                                 {-21.6F, 738.0F}, {-20.0F, 750.0F}, {-21.0F, 800.0F}};
constexpr Point tape27Front[] = {{-48.8F, 286.0F}, {-55.0F, 324.0F}, {-62.8F, 350.0F}, {-73.0F, 412.0F}};
constexpr Point armpitFill = {69.0F, 196.0F};
constexpr Point palmFill = {100.6F, 425.0F};
constexpr Point armFill = {70.0F, 160.0F};
constexpr Point waistbandTop = {56.4F, 330.0F};
constexpr Point waistbandFoot = {58.8F, 338.0F};
constexpr bool knot = true;

#include "ui/measurements/croquis_parts.inc"

} // namespace

const FigureData womanFigure = figure;

} // namespace thimblely::ui
